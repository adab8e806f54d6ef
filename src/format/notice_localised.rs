//! Notices about mail that could not be delivered, in the reader's language: Exchange, Office 365 and Gmail write
//! them in German, French, Spanish, Italian, Dutch, Portuguese and Polish. qmail, Postfix, Exim and Sendmail
//! write English.
//!
//! What surrounds the recipients differs; the recipients, the answer of the other server and the delivery report
//! are as in English (`notice.rs`, `delivery_report.rs`). The words vary from version to version, so only
//! their fixed part is asked for.

use super::{Field, Format, Part, Pattern, Place, Role, Shape, Step, field, line};
use crate::report::export::Level::Permanent;
use crate::report::export::TraceType::Bounce;

/// What notices in other languages say.
pub static FORMAT: Format = Format {
    id: "notice-localised",
    title: "a notice about mail that was not delivered, not in English",
    found_in: &["the mailbox of the sender"],
    sources: &["Notices of Microsoft's and Google's services, as published in public reports"],
    place: Place::Document(Bounce),
    realm: "notice",
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
};

/// Where a notice can begin: anywhere but in quoted text.
const BEGIN: &[Part] = &[
    Part::Outside,
    Part::Headers,
    Part::Text,
    Part::Paragraph,
    Part::Calling,
    Part::Talk,
    Part::Closed,
    Part::Rows,
];
/// In its text.
const TEXT: &[Part] = &[Part::Text, Part::Paragraph];

const FIELDS: &[Field] = &[
    field("host", Role::Host, "The server that wrote the notice: its log tells more.").shape(Shape::Text),
    field("mailbox", Role::Recipient, "The recipient that the mail did not reach.")
        .shape(Shape::PlainMailbox),
    field("subject", Role::Subject, "The subject of the message."),
    field("who", Role::Text, "A word of the notice.").shape(Shape::Text),
    field("text", Role::Text, "Words of the notice."),
    field("more", Role::Text, "Words of the notice."),
];

const fn subject(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The subject of notices about failed delivery from Exchange and Office 365.")
        .within(&[Part::Outside, Part::Headers])
        .step(Step::Part(Bounce))
        .then(Part::Headers)
        .level(Permanent)
}

const fn hello(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("Exchange or Office 365 wrote this notice. The recipients follow.")
        .within(BEGIN)
        .step(Step::Part(Bounce))
        .then(Part::Text)
        .level(Permanent)
}

const fn failed(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The mail to {mailbox} could not be delivered.")
        .within(BEGIN)
        .step(Step::Start)
        .then(Part::Text)
        .level(Permanent)
}

const fn response(id: &'static str, template: &'static str) -> Pattern {
    line(id, template).says("The answer of the other server follows.").within(TEXT).step(Step::Part(Bounce))
}

const fn details(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("What follows is meant for the people who run the server.")
        .within(TEXT)
        .step(Step::Part(Bounce))
}

const fn server(id: &'static str, template: &'static str) -> Pattern {
    line(id, template).says("The server {host} wrote the notice.").within(TEXT).step(Step::Part(Bounce))
}

const fn headers(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The headers of the message follow.")
        .within(TEXT)
        .step(Step::Part(Bounce))
        .then(Part::Copied)
}

const PATTERNS: &[Pattern] = &[
    // German.
    subject("de-exchange-subject", "Subject: Unzustellbar: {subject}")
        .samples(&["Subject: Unzustellbar: Invoice"]),
    hello("de-exchange-hello", "Fehler bei der {text} an folgende Empfänger {more}:")
        .samples(&["Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:"]),
    failed("de-office-hello", "Ihre Nachricht an {mailbox} konnte nicht zugestellt werden.")
        .samples(&["Ihre Nachricht an anna@shop.example konnte nicht zugestellt werden."]),
    failed("de-gmail-hello", "{who} Nachricht wurde nicht an {mailbox} zugestellt, weil {text}").samples(&[
        "Deine Nachricht wurde nicht an anna@shop.example zugestellt, weil die Adresse nicht gefunden wurde.",
    ]),
    response("de-gmail-response", "Die Antwort {text}lautete:")
        .samples(&["Die Antwort des Remote-Servers lautete:"]),
    details("de-exchange-details", "Diagnoseinformationen für Administratoren:")
        .samples(&["Diagnoseinformationen für Administratoren:"]),
    server("de-exchange-server", "Generierender Server: {host}")
        .samples(&["Generierender Server: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("de-headers-follow", "Ursprüngliche Nachrichtenkopfzeilen:")
        .samples(&["Ursprüngliche Nachrichtenkopfzeilen:"]),
    // French.
    subject("fr-exchange-subject", "Subject: Non remis{? }: {subject}")
        .samples(&["Subject: Non remis : Invoice"]),
    hello("fr-exchange-hello", "Échec de {text}destinataires {more}:")
        .samples(&["Échec de la remise à ces destinataires ou groupes :"]),
    failed("fr-office-hello", "Votre message à {mailbox} n'a pas pu être remis.")
        .samples(&["Votre message à anna@shop.example n'a pas pu être remis."]),
    failed("fr-gmail-hello", "Votre message n'a pas été remis à {mailbox}{text}")
        .samples(&["Votre message n'a pas été remis à anna@shop.example, car l'adresse est introuvable."]),
    response("fr-gmail-response", "La réponse {text}:")
        .samples(&["La réponse du serveur distant est la suivante :"]),
    details("fr-exchange-details", "Informations de diagnostic pour les administrateurs{? }:")
        .samples(&["Informations de diagnostic pour les administrateurs :"]),
    server("fr-exchange-server", "Serveur de génération{? }: {host}")
        .samples(&["Serveur de génération : AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("fr-headers-follow", "En-têtes de message d'origine{? }:")
        .samples(&["En-têtes de message d'origine :"]),
    // Spanish.
    subject("es-exchange-subject", "Subject: No se puede entregar: {subject}")
        .samples(&["Subject: No se puede entregar: Invoice"]),
    hello("es-exchange-hello", "{text} a estos destinatarios o grupos:")
        .samples(&["No se pudo realizar la entrega a estos destinatarios o grupos:"]),
    failed("es-office-hello", "Su mensaje a {mailbox} no se pudo entregar.")
        .samples(&["Su mensaje a anna@shop.example no se pudo entregar."]),
    failed("es-gmail-hello", "Tu mensaje no se {who} a {mailbox} porque {text}")
        .samples(&["Tu mensaje no se entregó a anna@shop.example porque no se encontró la dirección."]),
    response("es-gmail-response", "La respuesta {text}fue:")
        .samples(&["La respuesta del servidor remoto fue:"]),
    details("es-exchange-details", "Información de diagnóstico para {?los }administradores:")
        .samples(&["Información de diagnóstico para los administradores:"]),
    server("es-exchange-server", "Generando servidor: {host}")
        .samples(&["Generando servidor: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("es-headers-follow", "Encabezados originales del mensaje:")
        .samples(&["Encabezados originales del mensaje:"]),
    // Italian.
    subject("it-exchange-subject", "Subject: Non recapitabile: {subject}")
        .samples(&["Subject: Non recapitabile: Invoice"]),
    hello("it-exchange-hello", "Recapito non riuscito {text}:")
        .samples(&["Recapito non riuscito per i seguenti destinatari o gruppi:"]),
    failed("it-office-hello", "Impossibile recapitare il messaggio a {mailbox}.")
        .samples(&["Impossibile recapitare il messaggio a anna@shop.example."]),
    failed("it-gmail-hello", "Il {?tuo }messaggio non è stato recapitato a {mailbox} perché {text}").samples(
        &["Il messaggio non è stato recapitato a anna@shop.example perché l'indirizzo non è stato trovato."],
    ),
    response("it-gmail-response", "La risposta {text}è stata:")
        .samples(&["La risposta del server remoto è stata:"]),
    details("it-exchange-details", "Informazioni di diagnostica per gli amministratori:")
        .samples(&["Informazioni di diagnostica per gli amministratori:"]),
    server("it-exchange-server", "Server di generazione: {host}")
        .samples(&["Server di generazione: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("it-headers-follow", "Intestazioni originali {?del }messaggio:")
        .samples(&["Intestazioni originali del messaggio:"]),
    // Dutch.
    subject("nl-exchange-subject", "Subject: Onbestelbaar: {subject}")
        .samples(&["Subject: Onbestelbaar: Invoice"]),
    hello("nl-exchange-hello", "De bezorging aan {text} is mislukt:")
        .samples(&["De bezorging aan de volgende geadresseerden of groepen is mislukt:"]),
    failed("nl-office-hello", "Uw bericht aan {mailbox} kan niet worden bezorgd.")
        .samples(&["Uw bericht aan anna@shop.example kan niet worden bezorgd."]),
    failed("nl-gmail-hello", "{who} bericht is niet bezorgd bij {mailbox} omdat {text}")
        .samples(&["Je bericht is niet bezorgd bij anna@shop.example omdat het adres niet is gevonden."]),
    response("nl-gmail-response", "De reactie {text}was:")
        .samples(&["De reactie van de externe server was:"]),
    details("nl-exchange-details", "Diagnostische gegevens voor beheerders:")
        .samples(&["Diagnostische gegevens voor beheerders:"]),
    server("nl-exchange-server", "Bronserver: {host}")
        .samples(&["Bronserver: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("nl-headers-follow", "Oorspronkelijke berichtkoppen:")
        .samples(&["Oorspronkelijke berichtkoppen:"]),
    // Portuguese.
    subject("pt-exchange-subject", "Subject: Não {text} entregar: {subject}")
        .samples(&["Subject: Não foi possível entregar: Invoice"]),
    hello("pt-exchange-hello", "Falha na entrega {text}:")
        .samples(&["Falha na entrega a estes destinatários ou grupos:"]),
    failed("pt-office-hello", "Sua mensagem para {mailbox} não pôde ser entregue.")
        .samples(&["Sua mensagem para anna@shop.example não pôde ser entregue."]),
    failed("pt-gmail-hello", "{?A }{?s}ua mensagem não foi entregue {who} {mailbox} porque {text}").samples(
        &["Sua mensagem não foi entregue em anna@shop.example porque o endereço não foi encontrado."],
    ),
    response("pt-gmail-response", "A resposta {text}foi:").samples(&["A resposta do servidor remoto foi:"]),
    details("pt-exchange-details", "Informações de diagnóstico para {?os }administradores:")
        .samples(&["Informações de diagnóstico para os administradores:"]),
    server("pt-exchange-server", "Servidor de geração: {host}")
        .samples(&["Servidor de geração: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("pt-headers-follow", "Cabeçalhos {?da }mensagem original:")
        .samples(&["Cabeçalhos da mensagem original:"]),
    // Polish.
    subject("pl-exchange-subject", "Subject: Niedostarczalne: {subject}")
        .samples(&["Subject: Niedostarczalne: Invoice"]),
    hello("pl-exchange-hello", "Nie można dostarczyć wiadomości do następujących {text}:")
        .samples(&["Nie można dostarczyć wiadomości do następujących adresatów lub grup:"]),
    failed("pl-office-hello", "Twoja wiadomość do {mailbox} nie mogła zostać dostarczona.")
        .samples(&["Twoja wiadomość do anna@shop.example nie mogła zostać dostarczona."]),
    failed("pl-gmail-hello", "Twoja wiadomość nie została dostarczona do {mailbox}, ponieważ {text}")
        .samples(&[
            "Twoja wiadomość nie została dostarczona do anna@shop.example, ponieważ nie znaleziono adresu.",
        ]),
    response("pl-gmail-response", "Odpowiedź {text}:").samples(&["Odpowiedź serwera zdalnego:"]),
    details("pl-exchange-details", "Informacje diagnostyczne dla administratorów:")
        .samples(&["Informacje diagnostyczne dla administratorów:"]),
    server("pl-exchange-server", "Serwer generujący: {host}")
        .samples(&["Serwer generujący: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("pl-headers-follow", "Oryginalne nagłówki wiadomości:")
        .samples(&["Oryginalne nagłówki wiadomości:"]),
];
