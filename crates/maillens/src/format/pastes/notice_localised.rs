//! Notices about mail that could not be delivered, in the reader's language: Exchange, Office 365 and Gmail write
//! them in the languages of their users. qmail, Postfix, Exim and Sendmail write English.
//!
//! What surrounds the recipients differs; the recipients, the answer of the other server and the delivery report
//! are as in English (`notice.rs`, `delivery_report.rs`). The words vary from version to version, so only
//! their fixed part is asked for.

use super::{Effect, Field, Format, Part, Pattern, Place, Role, Shape, Sign, field, line};
use crate::vocabulary::AttemptOutcome::{Deferral, Open};
use crate::vocabulary::Level::{Permanent, Temporary};
use crate::vocabulary::TraceType::Bounce;

/// What notices in other languages say.
pub static FORMAT: Format = Format {
    id: "notice-localised",
    title: "a notice about what became of a message, not in English",
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
    field("remote", Role::Remote, "The server at the other end.").shape(Shape::Word),
    field("reply", Role::Reply, "The answer of the server."),
    field("gap", Role::Keyword, "White space.").shape(Shape::Space),
    field("who", Role::Text, "A word of the notice.").shape(Shape::Text),
    field("text", Role::Text, "Words of the notice."),
    field("more", Role::Text, "Words of the notice."),
];

/// A subject, as the headers, the list of an email app or a forward show it.
macro_rules! subject {
    ($text:literal) => {
        concat!(
            "{?Subject:}{?Betreff:}{?Objet :}{?Asunto:}{?Oggetto:}{?Onderwerp:}{?Assunto:}{?Temat:}{?{gap}}",
            $text
        )
    };
}

const fn subject(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The subject of notices about failed delivery from Exchange and Office 365.")
        .within(&[Part::Outside, Part::Headers])
        .effect(Effect::Part(Bounce))
        .then(Part::Headers)
        .level(Permanent)
}

const fn hello(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("Exchange or Office 365 wrote this notice. The recipients follow.")
        .within(BEGIN)
        .effect(Effect::Part(Bounce))
        .then(Part::Text)
        .level(Permanent)
}

const fn failed(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The mail to {mailbox} could not be delivered.")
        .within(BEGIN)
        .effect(Effect::Start)
        .then(Part::Text)
        .level(Permanent)
}

/// A delay, by its subject.
const fn delayed(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("Exchange or Office 365 has not delivered the message yet. It keeps trying.")
        .within(&[Part::Outside, Part::Headers])
        .effect(Effect::Result(Deferral))
        .then(Part::Headers)
        .level(Temporary)
}

/// A line that names the server that refused.
const fn rejected(id: &'static str, template: &'static str) -> Pattern {
    hello(id, template).says("The server {remote} refused the mail. The recipients follow.")
}

/// A line that quotes the answer.
const fn reported(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The reported error: \"{reply}\".")
        .within(BEGIN)
        .effect(Effect::Attempt(Open))
        .then(Part::Text)
        .level(Permanent)
}

const fn response(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The answer of the other server follows.")
        .within(TEXT)
        .effect(Effect::Part(Bounce))
}

const fn details(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("What follows is meant for the people who run the server.")
        .within(BEGIN)
        .effect(Effect::Part(Bounce))
        .then(Part::Text)
}

const fn server(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The server {host} wrote the notice.")
        .within(BEGIN)
        .effect(Effect::Part(Bounce))
        .then(Part::Text)
}

const fn headers(id: &'static str, template: &'static str) -> Pattern {
    line(id, template)
        .says("The headers of the message follow.")
        .within(TEXT)
        .effect(Effect::Part(Bounce))
        .then(Part::Copied)
}

const PATTERNS: &[Pattern] = &[
    // German.
    subject("de-exchange-subject", subject!("Unzustellbar: {subject}"))
        .samples(&["Subject: Unzustellbar: Invoice"]),
    hello("de-exchange-hello", "Fehler bei der {text} an folgende Empfänger {more}:")
        .sign(Sign::Opening)
        .samples(&["Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:"]),
    failed("de-office-hello", "{?Ihre}{?Deine} Nachricht an {mailbox} {?konnte}{?wurde} {text}").sign(Sign::Opening).samples(&[
        "Ihre Nachricht an anna@shop.example konnte nicht zugestellt werden.",
        "Deine Nachricht an anna@shop.example wurde blockiert. Details findest du unten.",
    ]),
    failed("de-gmail-hello", "{who} Nachricht wurde nicht an {mailbox} zugestellt, weil {text}").sign(Sign::Opening).samples(&[
        "Deine Nachricht wurde nicht an anna@shop.example zugestellt, weil die Adresse nicht gefunden wurde.",
    ]),
    response("de-gmail-response", "Die Antwort {text}lautete:")
        .samples(&["Die Antwort des Remote-Servers lautete:"]),
    details("de-exchange-details", "Diagnoseinformationen für Administratoren:")
        .samples(&["Diagnoseinformationen für Administratoren:"]),
    server("de-exchange-server", "Generierender Server: {host}")
        .sign(Sign::Generator)
        .samples(&["Generierender Server: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("de-headers-follow", "Ursprüngliche Nachrichtenkopfzeilen:")
        .samples(&["Ursprüngliche Nachrichtenkopfzeilen:"]),
    failed("de-gmail-not-found", "{?** }{?Adresse nicht gefunden}{?Die Adresse wurde nicht gefunden}{?Nachricht nicht zugestellt}{?Nachricht blockiert}{?Zustellung unvollständig}{?Adresse introuvable}{?Message non distribué}{?Message bloqué}{?Indirizzo non trovato}{?Messaggio non recapitato}{?Messaggio bloccato}{?Adres niet gevonden}{?Bericht niet bezorgd}{?Bericht geblokkeerd}{?No se ha encontrado la dirección}{?No se ha podido entregar el mensaje}{?No se ha entregado el mensaje}{?Mensaje bloqueado}{?Endereço não encontrado}{?Mensagem não entregue}{?Mensagem bloqueada}{? **}")
        .says("The heading of a Gmail notice.")
        .effect(Effect::Part(Bounce))
        .samples(&["** Adresse nicht gefunden **", "No se ha encontrado la dirección", "** Message bloqué **"]),
    delayed("de-exchange-delayed", "{?Subject: }{?Verzögerte Zustellung}{?Zustellung verzögert}: {subject}")
        .samples(&["Subject: Verzögerte Zustellung: Invoice"]),
    rejected("de-exchange-rejected", "{remote} hat Ihre Nachricht an die folgenden E-Mail-Adressen {text}:")
        .samples(&["mx.shop.example hat Ihre Nachricht an die folgenden E-Mail-Adressen abgelehnt:"]),
    reported("de-exchange-reply", "Der Remoteserver hat zurückgegeben '{reply}'")
        .samples(&["Der Remoteserver hat zurückgegeben '550 5.7.1 Rejected'"]),
    rejected("de-exchange-gave", "{remote} hat diesen Fehler ausgegeben:")
        .samples(&["mx.shop.example hat diesen Fehler ausgegeben:"]),
    rejected(
        "de-exchange-organization",
        "Die folgende Organisation hat Ihre Nachricht zurückgewiesen: {remote}.",
    )
    .samples(&["Die folgende Organisation hat Ihre Nachricht zurückgewiesen: mx.shop.example."]),
    // French.
    subject("fr-exchange-subject", subject!("Non remis{? }: {subject}"))
        .samples(&["Subject: Non remis : Invoice"]),
    hello("fr-exchange-hello", "Échec de {text}destinataires {more}:")
        .sign(Sign::Opening)
        .samples(&["Échec de la remise à ces destinataires ou groupes :"]),
    failed("fr-office-hello", "Votre message à {mailbox} {?n'a}{?a été} {text}").sign(Sign::Opening).samples(&[
        "Votre message à anna@shop.example n'a pas pu être remis.",
        "Votre message à anna@shop.example a été bloqué. Consultez les détails ci-dessous.",
    ]),
    failed("fr-gmail-hello", "Votre message n'a pas été remis à {mailbox}{text}")
        .sign(Sign::Opening)
        .samples(&["Votre message n'a pas été remis à anna@shop.example, car l'adresse est introuvable."]),
    response("fr-gmail-response", "La réponse {text}:")
        .samples(&["La réponse du serveur distant est la suivante :"]),
    details("fr-exchange-details", "Informations de diagnostic pour les administrateurs{? }:")
        .samples(&["Informations de diagnostic pour les administrateurs :"]),
    server("fr-exchange-server", "Serveur de génération{? }: {host}")
        .sign(Sign::Generator)
        .samples(&["Serveur de génération : AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("fr-headers-follow", "En-têtes de message d'origine{? }:")
        .samples(&["En-têtes de message d'origine :"]),
    failed("fr-gmail-not-reached", "Votre message n'est pas parvenu à {mailbox}{text}")
        .samples(&["Votre message n'est pas parvenu à anna@shop.example, car l'adresse est introuvable."]),
    rejected("fr-exchange-rejected", "{remote} a rejeté votre message {text}:")
        .samples(&["mx.shop.example a rejeté votre message aux adresses de courrier suivantes :"]),
    reported("fr-office-error", "Erreur signalée{? }:{?{gap}}{reply}")
        .samples(&["Erreur signalée : 550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found"]),
    rejected("fr-exchange-gave", "{remote} a généré cette erreur{? }:")
        .samples(&["mx.shop.example a généré cette erreur :"]),
    rejected("fr-exchange-organization", "L'organisation suivante a rejeté votre message{? }: {remote}.")
        .samples(&["L'organisation suivante a rejeté votre message : mx.shop.example."]),
    // Spanish.
    subject("es-exchange-subject", subject!("No se puede entregar: {subject}"))
        .samples(&["Subject: No se puede entregar: Invoice"]),
    hello("es-exchange-hello", "{text} a estos destinatarios o grupos:")
        .sign(Sign::Opening)
        .samples(&["No se pudo realizar la entrega a estos destinatarios o grupos:"]),
    failed("es-office-hello", "{?Su}{?Tu} mensaje a {mailbox} {?no se}{?se ha} {text}").sign(Sign::Opening).samples(&[
        "Su mensaje a anna@shop.example no se pudo entregar.",
        "Tu mensaje a anna@shop.example se ha bloqueado. Consulta los detalles.",
    ]),
    failed("es-gmail-hello", "Tu mensaje no se {who} a {mailbox} porque {text}")
        .sign(Sign::Opening)
        .samples(&["Tu mensaje no se entregó a anna@shop.example porque no se encontró la dirección."]),
    response("es-gmail-response", "La respuesta {text}fue:")
        .samples(&["La respuesta del servidor remoto fue:"]),
    details("es-exchange-details", "Información de diagnóstico para {?los }administradores:")
        .samples(&["Información de diagnóstico para los administradores:"]),
    server("es-exchange-server", "Generando servidor: {host}")
        .sign(Sign::Generator)
        .samples(&["Generando servidor: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("es-headers-follow", "{?Encabezados originales del mensaje}{?Encabezados de mensajes originales}{?Encabezados de los mensajes originales}{?Encabezados del mensaje original}:")
        .samples(&["Encabezados originales del mensaje:", "Encabezados de mensajes originales:"]),
    failed("es-office-could-not", "No se pudo entregar el mensaje a {mailbox}.")
        .samples(&["No se pudo entregar el mensaje a anna@shop.example."]),
    rejected("es-exchange-rejected", "{remote} rechazó su mensaje a las siguientes {text}:")
        .samples(&["mx.shop.example rechazó su mensaje a las siguientes direcciones de correo electrónico:"]),
    reported("es-office-error", "Error notificado:{?{gap}}{reply}")
        .samples(&["Error notificado: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found"]),
    rejected("es-exchange-gave", "{remote} dio este error:").samples(&["mx.shop.example dio este error:"]),
    rejected("es-exchange-organization", "La siguiente organización rechazó su mensaje: {remote}.")
        .samples(&["La siguiente organización rechazó su mensaje: mx.shop.example."]),
    server("es-exchange-server-now", "Servidor de generación: {host}")
        .samples(&["Servidor de generación: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    // Italian.
    subject("it-exchange-subject", subject!("Non recapitabile: {subject}"))
        .samples(&["Subject: Non recapitabile: Invoice"]),
    hello("it-exchange-hello", "{?Il }recapito non {?è }riuscito {text}:").sign(Sign::Opening).samples(&[
        "Il recapito non è riuscito per i seguenti destinatari o gruppi:",
        "Recapito non riuscito per i seguenti destinatari o gruppi:",
    ]),
    failed("it-office-hello", "Impossibile recapitare il messaggio a {mailbox}.{? {text}}").sign(Sign::Opening)
        .samples(&["Impossibile recapitare il messaggio a anna@shop.example."]),
    failed("it-gmail-hello", "Il {?tuo }messaggio non è stato recapitato a {mailbox} perché {text}").sign(Sign::Opening).samples(
        &["Il messaggio non è stato recapitato a anna@shop.example perché l'indirizzo non è stato trovato."],
    ),
    response("it-gmail-response", "La risposta {text}è stata:")
        .samples(&["La risposta del server remoto è stata:"]),
    details("it-exchange-details", "Informazioni di diagnostica per gli amministratori:")
        .samples(&["Informazioni di diagnostica per gli amministratori:"]),
    server("it-exchange-server", "Server di generazione: {host}")
        .sign(Sign::Generator)
        .samples(&["Server di generazione: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("it-headers-follow", "Intestazioni originali {?del }messaggio:")
        .samples(&["Intestazioni originali del messaggio:"]),
    rejected("it-exchange-gave", "{remote} ha generato questo errore:")
        .samples(&["mx.shop.example ha generato questo errore:"]),
    rejected("it-exchange-organization", "L'organizzazione seguente ha rifiutato il messaggio: {remote}.")
        .samples(&["L'organizzazione seguente ha rifiutato il messaggio: mx.shop.example."]),
    // Dutch.
    subject("nl-exchange-subject", subject!("Onbestelbaar: {subject}"))
        .samples(&["Subject: Onbestelbaar: Invoice"]),
    hello("nl-exchange-hello", "De bezorging aan {text} is mislukt:")
        .sign(Sign::Opening)
        .samples(&["De bezorging aan de volgende geadresseerden of groepen is mislukt:"]),
    failed("nl-office-hello", "{?Uw}{?Je} bericht aan {mailbox} {?kan}{?is} {text}").sign(Sign::Opening).samples(&[
        "Uw bericht aan anna@shop.example kan niet worden bezorgd.",
        "Je bericht aan anna@shop.example is geblokkeerd. Zie de details hieronder.",
    ]),
    failed("nl-gmail-hello", "{who} bericht is niet bezorgd bij {mailbox} omdat {text}")
        .sign(Sign::Opening)
        .samples(&["Je bericht is niet bezorgd bij anna@shop.example omdat het adres niet is gevonden."]),
    response("nl-gmail-response", "De reactie {text}was:")
        .samples(&["De reactie van de externe server was:"]),
    details("nl-exchange-details", "Diagnostische gegevens voor beheerders:")
        .samples(&["Diagnostische gegevens voor beheerders:"]),
    server("nl-exchange-server", "Bronserver: {host}")
        .sign(Sign::Generator)
        .samples(&["Bronserver: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("nl-headers-follow", "Oorspronkelijke berichtkoppen:")
        .samples(&["Oorspronkelijke berichtkoppen:"]),
    hello("nl-exchange-could-not", "Uw bericht kan niet worden bezorgd bij de volgende {text}:")
        .samples(&["Uw bericht kan niet worden bezorgd bij de volgende geadresseerden of groepen:"]),
    // Portuguese.
    subject("pt-exchange-subject", subject!("Não {text} entregar: {subject}"))
        .samples(&["Subject: Não foi possível entregar: Invoice"]),
    hello("pt-exchange-hello", "Falha na entrega {text}:")
        .sign(Sign::Opening)
        .samples(&["Falha na entrega a estes destinatários ou grupos:"]),
    failed("pt-office-hello", "{?A }{?S}{?s}ua mensagem para {mailbox} {?não}{?foi} {text}").sign(Sign::Opening).samples(&[
        "Sua mensagem para anna@shop.example não pôde ser entregue.",
        "A sua mensagem para anna@shop.example foi bloqueada. Veja os detalhes.",
    ]),
    failed("pt-gmail-hello", "{?A }{?s}ua mensagem não foi entregue {who} {mailbox} porque {text}").sign(Sign::Opening).samples(
        &["Sua mensagem não foi entregue em anna@shop.example porque o endereço não foi encontrado."],
    ),
    response("pt-gmail-response", "A resposta {text}foi:").samples(&["A resposta do servidor remoto foi:"]),
    details("pt-exchange-details", "Informações de diagnóstico para {?os }administradores:")
        .samples(&["Informações de diagnóstico para os administradores:"]),
    server("pt-exchange-server", "Servidor de geração: {host}")
        .sign(Sign::Generator)
        .samples(&["Servidor de geração: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("pt-headers-follow", "Cabeçalhos {?originais }{?da }mensagem{? original}:")
        .samples(&["Cabeçalhos da mensagem original:", "Cabeçalhos originais da mensagem:"]),
    subject("pt-exchange-not-delivered", subject!("Não entregue: {subject}"))
        .samples(&["Subject: Não entregue: Invoice"]),
    failed("pt-office-could-not", "Não foi possível entregar {?a }sua mensagem a {mailbox}.")
        .samples(&["Não foi possível entregar sua mensagem a anna@shop.example."]),
    // Polish.
    failed("pl-gmail-not-found", "** Nie znaleziono adresu **")
        .says("The heading of a Gmail notice.")
        .effect(Effect::Part(Bounce))
        .samples(&["** Nie znaleziono adresu **"]),
    failed("pl-gmail-not-delivered-to", "Wiadomość nie została dostarczona do {mailbox}, ponieważ {text}").samples(&[
        "Wiadomość nie została dostarczona do anna@shop.example, ponieważ nie znaleziono domeny shop.example.",
    ]),
    subject("pl-exchange-subject", subject!("Niedostarczalne: {subject}"))
        .samples(&["Subject: Niedostarczalne: Invoice"]),
    hello("pl-exchange-hello", "Nie można dostarczyć wiadomości do następujących {text}:")
        .sign(Sign::Opening)
        .samples(&["Nie można dostarczyć wiadomości do następujących adresatów lub grup:"]),
    failed("pl-office-hello", "Twoja wiadomość do {mailbox} nie mogła zostać dostarczona.")
        .sign(Sign::Opening)
        .samples(&["Twoja wiadomość do anna@shop.example nie mogła zostać dostarczona."]),
    failed("pl-gmail-hello", "Twoja wiadomość nie została dostarczona do {mailbox}, ponieważ {text}")
        .sign(Sign::Opening)
        .samples(&[
            "Twoja wiadomość nie została dostarczona do anna@shop.example, ponieważ nie znaleziono adresu.",
        ]),
    response("pl-gmail-response", "Odpowiedź {text}:").samples(&["Odpowiedź serwera zdalnego:"]),
    details("pl-exchange-details", "Informacje diagnostyczne dla administratorów:")
        .samples(&["Informacje diagnostyczne dla administratorów:"]),
    server("pl-exchange-server", "Serwer generujący: {host}")
        .sign(Sign::Generator)
        .samples(&["Serwer generujący: AM0PR01MB1234.eurprd01.prod.exchangelabs.example"]),
    headers("pl-headers-follow", "Oryginalne nagłówki wiadomości:")
        .samples(&["Oryginalne nagłówki wiadomości:"]),
    failed("pl-office-could-not", "Nie można dostarczyć wiadomości do {mailbox}.")
        .samples(&["Nie można dostarczyć wiadomości do anna@shop.example."]),
    // Danish, Swedish, Czech.
    subject("da-exchange-subject", subject!("Kan ikke leveres: {subject}"))
        .samples(&["Subject: Kan ikke leveres: Invoice"]),
    hello("da-exchange-hello", "Levering til følgende modtagere eller grupper mislykkedes:")
        .sign(Sign::Opening)
        .samples(&["Levering til følgende modtagere eller grupper mislykkedes:"]),
    failed("da-office-hello", "Din meddelelse til {mailbox} kunne ikke leveres.")
        .sign(Sign::Opening)
        .samples(&["Din meddelelse til anna@shop.example kunne ikke leveres."]),
    subject("sv-exchange-subject", subject!("Kan inte levereras: {subject}"))
        .samples(&["Subject: Kan inte levereras: Invoice"]),
    hello("sv-exchange-hello", "Det gick inte att leverera till följande mottagare eller grupper:")
        .sign(Sign::Opening)
        .samples(&["Det gick inte att leverera till följande mottagare eller grupper:"]),
    failed("sv-office-hello", "Meddelandet till {mailbox} kunde inte levereras.")
        .sign(Sign::Opening)
        .samples(&["Meddelandet till anna@shop.example kunde inte levereras."]),
    subject("cs-exchange-subject", subject!("Nedoručitelné: {subject}"))
        .samples(&["Subject: Nedoručitelné: Invoice"]),
    hello("cs-exchange-hello", "Doručení těmto příjemcům nebo skupinám se nezdařilo:")
        .sign(Sign::Opening)
        .samples(&["Doručení těmto příjemcům nebo skupinám se nezdařilo:"]),
    failed("cs-office-hello", "Vaši zprávu pro {mailbox} nelze doručit.")
        .sign(Sign::Opening)
        .samples(&["Vaši zprávu pro anna@shop.example nelze doručit."]),
    // Japanese.
    subject("ja-exchange-subject", subject!("配信不能: {subject}")).samples(&["Subject: 配信不能: Invoice"]),
    hello("ja-exchange-hello", "次の受信者またはグループへの{?メッセージの}配信に失敗しました:")
        .sign(Sign::Opening)
        .samples(&["次の受信者またはグループへの配信に失敗しました:"]),
    failed("ja-office-hello", "{mailbox} へのメッセージを配信できませんでした。")
        .sign(Sign::Opening)
        .samples(&["anna@shop.example へのメッセージを配信できませんでした。"]),
    server("ja-exchange-server", "生成元サーバー: {host}")
        .sign(Sign::Generator)
        .samples(&["生成元サーバー: TYAPR01MB1234.jpnprd01.prod.exchangelabs.example"]),
];
