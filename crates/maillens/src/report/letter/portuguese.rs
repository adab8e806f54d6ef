//! Brazilian Portuguese.

use super::message::{
    Acts, Advice, At, Effect, Elsewhere, Fact, Filing, Fix, Happened, Note, Server, Speech, State, Title,
    Todo, Tries, listed, named,
};
use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::situation::Case;
use crate::time::WallTime;
use crate::vocabulary::{App, Cause, Reason};

/// Brazilian Portuguese, as a support engineer writes to a customer.
pub(super) struct Portuguese;

const MONTHS: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// `26 de julho de 2023`, `1º de julho`; without the year where it isn't known.
fn day(at: &WallTime) -> String {
    let ordinal = if at.day == 1 { "º" } else { "" };
    let month = at.month_of(&MONTHS);
    let year = at.year.map_or_else(String::new, |year| format!(" de {year}"));
    format!("{}{ordinal} de {month}{year}", at.day)
}

/// `14h28`.
fn clock(at: &WallTime) -> String {
    format!("{}h{:02}", at.hour, at.minute)
}

/// ` (horário de Lisboa)`; empty where the zone isn't known.
fn zone(at: &WallTime) -> String {
    match (at.city().as_deref(), &at.zone) {
        // As the time of most of Brazil is called.
        (Some("Sao Paulo"), _) => " (horário de Brasília)".into(),
        (Some(city), _) => format!(" (horário de {city})"),
        (None, Some(zone)) => format!(" ({zone})"),
        (None, None) => String::new(),
    }
}

/// `26 de julho de 2023, às 14h28 (UTC)`.
fn moment(at: &WallTime) -> String {
    let to = if at.hour < 2 { "à" } else { "às" };
    format!("{}, {to} {}{}", day(at), clock(at), zone(at))
}

/// ` em 26 de julho de 2023, às 14h28 (UTC)`; empty where there is no time.
fn on(at: &At) -> String {
    at.as_ref().map_or_else(String::new, |at| format!(" em {}", moment(at)))
}

/// ` em 26 de julho de 2023, entre 14h28 e 14h36 (UTC)`.
fn between(tries: &Tries) -> String {
    match (&tries.first, &tries.last) {
        (Some(first), Some(last)) if first == last => on(&tries.last),
        (Some(first), Some(last)) if first.is_day_of(last) => {
            format!(" em {}, entre {} e {}{}", day(last), clock(first), clock(last), zone(last))
        }
        (Some(first), Some(last)) => format!(" entre {}, e {}", moment(first), moment(last)),
        _ => String::new(),
    }
}

fn times(tries: &Tries) -> String {
    let number: String = match tries.times {
        2 => "duas vezes".into(),
        more => format!("{more} vezes"),
    };
    if tries.at_least { format!("pelo menos {number}") } else { number }
}

/// Recipients after "para"; no "a" or "de", which would melt into an article.
fn names(to: &[&str]) -> String {
    listed(&named(to, "o destinatário", "outro destinatário"), " e ", |more| format!("mais {more}"))
}

/// A server, at the start of a sentence.
fn server(of: Server<'_>) -> String {
    match of {
        Server::Of(domain) => format!("O servidor de e-mail de {domain}"),
        Server::TheirOne => "O servidor de e-mail do destinatário".into(),
        Server::TheirMany => "O servidor de e-mail dos destinatários".into(),
        Server::OurRelay => "O servidor pelo qual enviamos os e-mails".into(),
    }
}

/// `na caixa de e-mail anna@client.example`, or just in some mailbox.
fn in_mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "em uma caixa de e-mail".into(), |user| format!("na caixa de e-mail {user}"))
}

/// `da caixa de e-mail anna@client.example`, or just of some mailbox.
fn of_mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "de uma caixa de e-mail".into(), |user| format!("da caixa de e-mail {user}"))
}

/// `a mensagem para ana@client.example`, where the name may be the reader's own.
fn message(to: &[&str]) -> String {
    match to {
        [""] => "sua mensagem".into(),
        to => format!("a mensagem para {}", names(to)),
    }
}

fn points(points: Option<&(String, String)>) -> String {
    points.map_or_else(String::new, |(got, enough)| {
        let [got, enough] = [got, enough].map(|number| number.replace('.', ","));
        format!(" A pontuação foi de {got}; a partir de {enough}, a mensagem é marcada como spam.")
    })
}

/// What our server did to whom it turned away.
fn turned_away(later: bool) -> &'static str {
    if later {
        "Nosso servidor pediu uma nova tentativa mais tarde."
    } else {
        "Nosso servidor não aceitou a mensagem."
    }
}

const SETTINGS_FINE: &str = "O problema não está nas suas configurações.";
const LOOKING: &str = "Você não precisa fazer nada.";
const LEAVE: &str = "Por favor, mantenha suas configurações como estão e tente de novo mais tarde.";
const SIGN_IN: &str = "Confira o nome de usuário e digite a senha de novo em todos os dispositivos que usam esta caixa de e-mail. Se não tiver certeza da senha, crie uma nova. Se não foi você quem tentou entrar, nos avise, por favor.";
const FIREWALL: &str = "O dispositivo ou o site não conseguiu conexão com o servidor de e-mail, ou não recebeu resposta a tempo. Muitas vezes, algo no caminho bloqueia a conexão, ou o endereço do servidor está errado nas configurações.";
const CHECK: &str = "Confira o nome do servidor, a porta e a criptografia nas configurações (587: STARTTLS; 465, 993 e 995: SSL/TLS) e depois tente por outra rede, sem VPN e com a verificação de e-mails do antivírus desativada.";
const WAITS: &str = "A mensagem não se perdeu: nosso servidor continuará tentando por alguns dias. Se não for possível entregá-la nesse prazo, o remetente receberá um aviso. Você não precisa fazer nada.";
const LOST: &str = "Por favor, espere nosso retorno antes de enviar a mensagem de novo.";

impl Speech for Portuguese {
    fn title(&self, title: &Title<'_>) -> String {
        match title {
            Title::Blocked { address } => format!("O endereço de internet {address}"),
            Title::From { address } => format!("A conexão de {address}"),
            Title::Domain { domain } => format!("O e-mail de {domain}"),
            Title::App { app, of: None } => format!("O e-mail no {app}"),
            Title::App { app, of: Some(of) } => format!("O e-mail no {app} ({of})"),
            Title::Server { server } => format!("A conexão com {server}"),
            Title::Certificate { server } => format!("O certificado de segurança de {server}"),
            Title::Mailbox { user } => format!("A caixa de e-mail {user}"),
            Title::Trouble(Effect::Unsigned) => "A assinatura das mensagens enviadas".into(),
            Title::Trouble(Effect::Unchecked) => "A verificação das mensagens recebidas".into(),
            Title::Trouble(Effect::Unscanned) => "Nossa verificação de spam e vírus".into(),
            Title::Trouble(Effect::SignIn) => "O login no nosso servidor de e-mail".into(),
            Title::Trouble(Effect::Reading) => "A leitura de e-mails no nosso servidor".into(),
            Title::Trouble(Effect::Incoming) => "A entrega nas caixas de e-mail do nosso servidor".into(),
            Title::Trouble(Effect::Door) => "O envio e o recebimento pelo nosso servidor de e-mail".into(),
            Title::Trouble(Effect::Outgoing) => "As mensagens enviadas pelo nosso servidor de e-mail".into(),
            Title::Trouble(Effect::Warnings) => {
                "O certificado de segurança do nosso servidor de e-mail".into()
            }
            Title::Trouble(Effect::Webmail) => "O webmail".into(),
            Title::Trouble(Effect::Nothing | Effect::Unclear) => self.title(&Title::Problem),
            Title::Message { from: Some(from), to } if to.is_empty() => format!("A mensagem de {from}"),
            Title::Message { from: Some(from), to } => format!("A mensagem de {from} para {}", names(to)),
            Title::Message { from: None, to } if to.is_empty() => "Uma mensagem".into(),
            Title::Message { from: None, to } => format!("Uma mensagem para {}", names(to)),
            Title::Notice { to } if to.is_empty() => "Um aviso de mensagem não entregue".into(),
            Title::Notice { to } => format!("Um aviso de mensagem não entregue para {}", names(to)),
            Title::SentBy { user } => format!("Uma mensagem enviada por {user}"),
            Title::SignIn { user } => format!("Login na caixa de e-mail {user}"),
            Title::SignInToSend { user } => format!("Login como {user} para enviar e-mails"),
            Title::Connection => "Uma conexão com nosso servidor de e-mail".into(),
            Title::Problem => "O e-mail em nosso servidor".into(),
            Title::Scan => "Uma mensagem analisada pelo nosso filtro de spam".into(),
            Title::AppError => "O e-mail em um aplicativo ou site".into(),
            Title::Reply => "A resposta de um servidor de e-mail".into(),
            Title::Conversation => "A comunicação com um servidor de e-mail".into(),
            Title::SignIns => "Logins em nosso servidor de e-mail".into(),
            Title::Connections => "Conexões com nosso servidor de e-mail".into(),
            Title::Messages => "Várias mensagens".into(),
            Title::MessagesOf { from: Some(from), to } if to.is_empty() => format!("Mensagens de {from}"),
            Title::MessagesOf { from: Some(from), to } => format!("Mensagens de {from} para {}", names(to)),
            Title::MessagesOf { from: None, to } => format!("Mensagens para {}", names(to)),
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Delivered => "Entrega concluída.",
            State::Accepted => "Entrega aceita pelo servidor de e-mail do destinatário.",
            State::Delayed => "Entrega atrasada.",
            State::OnItsWay => "Ainda a caminho.",
            State::NotDelivered => "Falha na entrega.",
            State::NotToEveryone => "Entrega parcial.",
            State::NotKnown => "Resultado ainda desconhecido.",
            State::Discarded => "Descartada.",
            State::Forwarded => "Encaminhada.",
            State::NotAccepted => "Recusa do nosso servidor.",
            State::Refused => "Recusa do servidor.",
            State::MarkedAsSpam => "Marcada como spam.",
            State::SignInFailed => "O login falhou.",
        }
    }

    fn acts(&self, acts: Acts) -> &'static str {
        match acts {
            Acts::Us => "Estamos trabalhando nisso.",
            Acts::You => "Você pode resolver isso.",
            Acts::Sender => "O remetente pode resolver isso.",
            Acts::Recipient => "Só o destinatário pode resolver isso.",
            Acts::Owner => "O titular da caixa de e-mail pode resolver isso.",
            Acts::Provider => "Só o provedor do destinatário pode resolver isso.",
            Acts::Retries => "Nosso servidor continua tentando.",
        }
    }

    fn happened(&self, happened: &Happened<'_>) -> String {
        match happened {
            Happened::Banned { address, user: Some(user), at } => format!(
                "Nosso servidor bloqueou o endereço de internet {address}{}, porque dali alguém tentou repetidamente entrar na caixa de e-mail {user} com uma senha incorreta.",
                on(at)
            ),
            Happened::Banned { address, user: None, at } => {
                format!(
                    "Nosso servidor bloqueou o endereço de internet {address}{}, porque dele partiram várias tentativas de login com nome de usuário ou senha incorretos.",
                    on(at)
                )
            }
            Happened::NotTaken { from, to, later, at } => {
                let from = from.map_or_else(String::new, |from| format!(" de {from}"));
                let later = if *later { ", e pediu uma nova tentativa mais tarde" } else { "" };
                format!(
                    "Nosso servidor de e-mail não aceitou a mensagem{from} para {}{}{later}.",
                    names(to),
                    on(at)
                )
            }
            Happened::SentByStranger { user, at } => format!(
                "Em pouco tempo, muitas mensagens foram enviadas como {user} de vários lugares diferentes{}.",
                on(at)
            ),
            Happened::Delivered { to, at } => {
                format!("A mensagem para {} foi entregue{}.", names(to), on(at))
            }
            Happened::Accepted { server: by, to, at } => {
                format!("{} aceitou a mensagem para {}{}.", server(*by), names(to), on(at))
            }
            Happened::Discarded { to, at } => format!(
                "Uma regra do nosso servidor de e-mail descartou a mensagem para {}{}.",
                names(to),
                on(at)
            ),
            Happened::Forwarded { to, at } => format!(
                "Nosso servidor de e-mail encaminhou a outro endereço a mensagem enviada para {}{}.",
                names(to),
                on(at)
            ),
            Happened::Probed { to, at } => format!(
                "Nosso servidor de e-mail fez uma consulta{}, e a resposta foi que e-mails para {} são aceitos. Nenhuma mensagem foi enviada.",
                on(at),
                names(to)
            ),
            Happened::NotRun { to, at } => format!(
                "Nosso servidor de e-mail não conseguiu iniciar um programa que processa os e-mails para {}{}.",
                names(to),
                on(at)
            ),
            Happened::PassedOn { to, at } => format!(
                "Nosso servidor de e-mail repassou a outra parte do nosso sistema a mensagem enviada para {}{}.",
                names(to),
                on(at)
            ),
            Happened::Waits { to, at } => {
                format!(
                    "A mensagem para {} estava em espera no nosso servidor de e-mail{}.",
                    names(to),
                    on(at)
                )
            }
            Happened::Trying { to, tries } if tries.times > 1 => format!(
                "Nosso servidor de e-mail tentou {} entregar a mensagem para {}{}, por enquanto sem sucesso.",
                times(tries),
                names(to),
                between(tries)
            ),
            Happened::Trying { to, tries } => format!(
                "Nosso servidor de e-mail tentou entregar a mensagem para {}{}, por enquanto sem sucesso.",
                names(to),
                on(&tries.last)
            ),
            Happened::GaveUp { to, tries } if tries.times > 1 => format!(
                "Nosso servidor de e-mail tentou {} entregar a mensagem para {}{}, sem sucesso, e depois parou de tentar.",
                times(tries),
                names(to),
                between(tries)
            ),
            Happened::GaveUp { to, tries } => format!(
                "Nosso servidor de e-mail parou de tentar entregar a mensagem para {}{}.",
                names(to),
                on(&tries.last)
            ),
            Happened::Refused { server: by, to, at } => {
                format!("{} recusou a mensagem para {}{}.", server(*by), names(to), on(at))
            }
            Happened::Undeliverable { to, at } => format!(
                "Nosso servidor de e-mail não conseguiu entregar a mensagem para {}{}.",
                names(to),
                on(at)
            ),
            Happened::Begun { to, at } => format!(
                "Nosso servidor de e-mail começou a entregar a mensagem para {}{}.",
                names(to),
                on(at)
            ),
            Happened::NoticeDelivered { to } => {
                format!("Segundo o aviso, {} foi entregue.", message(to))
            }
            Happened::NoticeDelayed { to } => format!(
                "Segundo o aviso, {} ainda não foi entregue. O servidor de e-mail que enviou o aviso continua tentando.",
                message(to)
            ),
            Happened::NoticeAbout { to } => format!("O aviso é sobre {}.", message(to)),
            Happened::NoticeFailed { to } => {
                format!("Segundo o aviso, não foi possível entregar {}.", message(to))
            }
            Happened::TestAccepted { to } => {
                format!("Um servidor de e-mail aceitou a mensagem para {}.", names(to))
            }
            Happened::TestDelayed { to } => {
                format!("Um servidor de e-mail não aceitou naquele momento a mensagem para {}.", names(to))
            }
            Happened::TestUnanswered { to } => format!(
                "Um servidor de e-mail recebeu a solicitação de entrega da mensagem para {}. A resposta dele não aparece.",
                names(to)
            ),
            Happened::TestRefused { to } => {
                format!("Um servidor de e-mail recusou a mensagem para {}.", names(to))
            }
            Happened::SignInWorked { user, at } => {
                format!("Um aplicativo de e-mail fez login {}{}.", in_mailbox(*user), on(at))
            }
            Happened::SignInFailed { user, at } => {
                format!("Um aplicativo de e-mail não conseguiu fazer login {}{}.", in_mailbox(*user), on(at))
            }
            Happened::FetchedAll { user, count, at } => format!(
                "Um aplicativo de e-mail baixou todas as {count} mensagens da caixa de e-mail {user}{}. Elas também continuam no nosso servidor.",
                on(at)
            ),
            Happened::Collected { user, count, at } => format!(
                "Um aplicativo de e-mail baixou {count} mensagens da caixa de e-mail {user}{}, e as excluiu do nosso servidor, como está configurado para fazer.",
                on(at)
            ),
            Happened::Connected { user, at } => {
                format!("Um aplicativo de e-mail estava conectado à caixa de e-mail {user}{}.", on(at))
            }
            Happened::SendSignInFailed { user: Some(user), at } => format!(
                "Um aplicativo de e-mail não conseguiu fazer login como {user} para enviar e-mails{}.",
                on(at)
            ),
            Happened::SendSignInFailed { user: None, at } => {
                format!("Um aplicativo de e-mail não conseguiu fazer login para enviar e-mails{}.", on(at))
            }
            Happened::DeliveryProblem { user, at } => format!(
                "O programa que entrega as mensagens {} teve um problema{}.",
                in_mailbox(*user),
                on(at)
            ),
            Happened::Filed { filing, user, at } => {
                let (inside, of, on) = (in_mailbox(*user), of_mailbox(*user), on(at));
                match filing {
                    Filing::Full => {
                        format!("Nosso servidor de e-mail não conseguiu entregar a mensagem {inside}{on}.")
                    }
                    Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped => format!(
                        "Nosso servidor de e-mail tentou entregar a mensagem {inside}{on}, mas ainda não conseguiu."
                    ),
                    Filing::Rejected => format!("Uma regra de filtro {of} recusou a mensagem{on}."),
                    Filing::ForwardFailed => format!(
                        "Uma regra de filtro {of} tentou encaminhar a mensagem{on}, mas não conseguiu."
                    ),
                    Filing::Loop => format!(
                        "Uma regra de filtro {of} tentou encaminhar a mensagem{on}, mas nosso servidor impediu o encaminhamento."
                    ),
                    Filing::Broken => format!("Não foi possível executar as regras de filtro {of}{on}."),
                    Filing::StoreFailed => format!(
                        "Uma regra de filtro {of} não conseguiu guardar a mensagem na pasta indicada{on}."
                    ),
                    Filing::Discarded => format!("Uma regra de filtro {of} descartou a mensagem{on}."),
                    Filing::Forwarded => {
                        format!("Uma regra de filtro {of} encaminhou a mensagem para outro endereço{on}.")
                    }
                    Filing::NoFolder => {
                        format!("A mensagem foi direcionada para uma pasta inexistente {of}{on}.")
                    }
                    Filing::Unanswered | Filing::AnsweredBefore => format!(
                        "Nosso servidor de e-mail entregou a mensagem {inside}{on}, mas não enviou a resposta automática de ausência."
                    ),
                    Filing::Stored => {
                        format!("Nosso servidor de e-mail guardou a mensagem em uma pasta {of}{on}.")
                    }
                }
            }
            Happened::Marked { points: got, at } => format!(
                "Nosso filtro de spam analisou a mensagem e a marcou como possível spam{}.{}",
                on(at),
                points(got.as_ref())
            ),
            Happened::UserTurnedAway { user, from: Some(from), later, at } => format!(
                "Um aplicativo de e-mail conectado como {user} tentou enviar uma mensagem de {from}{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::UserTurnedAway { user, from: None, later, at } => format!(
                "Um aplicativo de e-mail conectado como {user} tentou enviar uma mensagem{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::MailTurnedAway { from, later, at } => format!(
                "Outro servidor ou um aplicativo de e-mail tentou entregar uma mensagem de {from}{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::ClientTurnedAway { later: true, at } => format!(
                "Um programa se conectou ao nosso servidor de e-mail{}. Nosso servidor pediu uma nova tentativa mais tarde.",
                on(at)
            ),
            Happened::ClientTurnedAway { later: false, at } => format!(
                "Um programa se conectou ao nosso servidor de e-mail{}. Nosso servidor recusou a conexão.",
                on(at)
            ),
            Happened::Came { at } => {
                format!("Um programa se conectou ao nosso servidor de e-mail{}.", on(at))
            }
            Happened::MessageTurnedAway { at } => {
                format!("Nosso servidor de e-mail não aceitou a mensagem{}.", on(at))
            }
            Happened::RequestTurnedAway { later: true, at } => format!(
                "Outro servidor ou um aplicativo fez uma solicitação ao nosso servidor de e-mail{}. Nosso servidor pediu uma nova tentativa mais tarde.",
                on(at)
            ),
            Happened::RequestTurnedAway { later: false, at } => format!(
                "Nosso servidor de e-mail recusou uma solicitação de outro servidor ou de um aplicativo{}.",
                on(at)
            ),
            Happened::MessageProblem { at } => {
                format!("Nosso servidor de e-mail teve um problema com esta mensagem{}.", on(at))
            }
            Happened::Broken { defect, at } => {
                let what = self.defect(*defect);
                match at {
                    Some(at) => format!("{what} Vimos isso em {}.", moment(at)),
                    None => what.into(),
                }
            }
            Happened::Problem { at } => format!("Nosso servidor de e-mail teve um problema{}.", on(at)),
            Happened::AppProblem => {
                "Um aplicativo, um site ou um programa relatou um problema com um servidor de e-mail.".into()
            }
            Happened::AskedLater => "Um servidor de e-mail pediu uma nova tentativa mais tarde.".into(),
            Happened::ReplyIsRefusal => {
                "A resposta do servidor de e-mail que analisamos é uma recusa.".into()
            }
            Happened::TalkRefused => "Um servidor de e-mail recusou o que foi solicitado.".into(),
            Happened::NoConnection => "A conexão com um servidor de e-mail não funcionou.".into(),
        }
    }

    fn more(&self, more: usize) -> String {
        match more {
            1 => "O mesmo aconteceu mais uma vez.".into(),
            more => format!("O mesmo aconteceu mais {more} vezes."),
        }
    }

    fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Não existe caixa de e-mail com esse endereço. Pode haver um erro de digitação, ou a caixa foi excluída."
            }
            Reason::HostUnknown => {
                "Não encontramos um servidor de e-mail para a parte do endereço depois do símbolo @. Pode haver um erro de digitação, ou o domínio não está configurado para receber e-mails."
            }
            Reason::HasMoved => {
                "O destinatário tem um novo endereço, e os e-mails enviados ao antigo não são encaminhados."
            }
            Reason::Suspend => {
                "A caixa de e-mail do destinatário existe, mas está desativada e não pode receber mensagens."
            }
            Reason::MailboxFull => "A caixa de e-mail do destinatário está cheia.",
            Reason::SystemFull => {
                "O servidor de e-mail do destinatário estava sem espaço. O problema não está na caixa de e-mail."
            }
            Reason::Filtered => {
                "Uma configuração da caixa de e-mail ou da lista de e-mails do destinatário bloqueia esta mensagem."
            }
            Reason::NotAccept => {
                "O domínio ou o servidor do destinatário informa que não recebe nenhum e-mail."
            }
            Reason::Rejected => {
                "O servidor de e-mail do destinatário não aceitou o endereço do remetente da mensagem."
            }
            Reason::Blocked => {
                "No momento, o servidor de e-mail do destinatário não aceita e-mails do servidor que enviou sua mensagem. O motivo é o servidor, não você nem sua mensagem."
            }
            Reason::BadReputation => {
                "No momento, o servidor de e-mail do destinatário não confia o suficiente no servidor ou no domínio de envio."
            }
            Reason::RequirePtr => {
                "O servidor de e-mail do destinatário verifica o nome associado ao endereço de internet do servidor de envio. Esse nome não existe ou não confere."
            }
            Reason::AuthFailure => {
                "O servidor de e-mail do destinatário verifica se o servidor de envio pode enviar em nome do domínio do remetente. Os registros do domínio não confirmaram isso."
            }
            Reason::SpamDetected => {
                "O filtro de spam do destinatário marcou a mensagem como spam. Esses filtros às vezes erram."
            }
            Reason::VirusDetected => {
                "Um antivírus encontrou algo nocivo na mensagem, em um anexo ou em um link."
            }
            Reason::ContentError => {
                "O servidor de e-mail do destinatário não aceita esse tipo de anexo ou a forma como a mensagem está formatada."
            }
            Reason::PolicyViolation => {
                "O servidor de e-mail do destinatário tem uma regra que bloqueia esta mensagem."
            }
            Reason::NotCompliantRfc => {
                "A mensagem tem um erro de formatação: algo que toda mensagem precisa ter, como a data ou o remetente, está faltando, é inválido ou aparece duas vezes."
            }
            Reason::MesgTooBig => {
                "A mensagem com os anexos é maior do que o servidor de e-mail do destinatário permite. Os anexos aumentam cerca de um terço no envio."
            }
            Reason::ExceedLimit => "A mensagem é maior do que a caixa de e-mail do destinatário aceita.",
            Reason::NoRelaying => {
                "O servidor de e-mail só aceita mensagens para esse domínio de quem fez login."
            }
            Reason::SecurityError => {
                "O servidor de e-mail não aceitou o nome de usuário, a senha ou o método de login."
            }
            Reason::FailedStartTls => {
                "Os dois servidores de e-mail não conseguiram estabelecer uma conexão segura."
            }
            Reason::Speeding => {
                "Em pouco tempo, foram enviadas mais mensagens do que o servidor de e-mail permite."
            }
            Reason::Greylisted => {
                "Como proteção contra spam, o servidor de e-mail do destinatário adia as mensagens de remetentes que ainda não conhece. Normalmente, ele aceita a mensagem em uma tentativa posterior."
            }
            Reason::TooManyConn => {
                "Houve mais conexões ou destinatários ao mesmo tempo do que o servidor de e-mail permite."
            }
            Reason::NetworkError => {
                "Não foi possível acessar o servidor de e-mail do destinatário, ou a conexão caiu."
            }
            Reason::Loop => {
                "Um encaminhamento ou uma configuração do domínio faz a mensagem andar em círculos, por isso ela foi interrompida."
            }
            Reason::Expired => {
                "Um servidor de e-mail guarda uma mensagem só por determinado tempo, e nesse prazo nenhuma tentativa deu certo."
            }
            Reason::SystemError => "O próprio servidor de e-mail do destinatário teve um problema.",
            Reason::MailerError => {
                "Um filtro, uma resposta automática ou outro programa ligado à caixa de e-mail não funcionou."
            }
            Reason::SyntaxError => "Os dois servidores de e-mail não se entenderam.",
            Reason::Suppressed => {
                "Uma mensagem anterior para esse endereço falhou ou não era desejada, por isso o serviço de envio não tenta mais."
            }
            Reason::Feedback => "A mensagem chegou, e o destinatário a marcou como spam.",
            Reason::Vacation => {
                "A mensagem chegou, e a caixa de e-mail respondeu automaticamente, por exemplo, porque o titular está ausente."
            }
            Reason::Undefined => "A resposta não diz o motivo.",
        }
    }

    fn here(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Não existe caixa de e-mail com o endereço do destinatário em nosso servidor. Pode haver um erro de digitação, ou a caixa foi excluída."
            }
            Reason::HostUnknown => "O domínio do endereço não existe ou não tem servidor de e-mail.",
            Reason::HasMoved => "A caixa de e-mail mudou para outro endereço.",
            Reason::Suspend => "A caixa de e-mail existe, mas está desativada.",
            Reason::MailboxFull => "A caixa de e-mail está cheia.",
            Reason::SystemFull => self.defect(Defect::Storage),
            Reason::Filtered => {
                "Uma regra do nosso servidor ou da caixa de e-mail não permite mensagens deste remetente."
            }
            Reason::NotAccept => "Nosso servidor não recebe e-mails para esse domínio.",
            Reason::Rejected => {
                "Nosso servidor não aceitou o endereço do remetente ou o nome do servidor de envio."
            }
            Reason::Blocked => {
                "O endereço de internet do dispositivo ou servidor de envio está em uma lista de bloqueio."
            }
            Reason::BadReputation => {
                "O servidor de envio ou o domínio dele tem má reputação, por isso nosso servidor não aceita e-mails dele no momento."
            }
            Reason::RequirePtr => {
                "O endereço de internet do servidor de envio não tem um nome correspondente, o que nosso servidor exige."
            }
            Reason::AuthFailure => {
                "O domínio do remetente lista os servidores que podem enviar seus e-mails, e não foi possível confirmar que o servidor que enviou esta mensagem é um deles. A mensagem pode ser falsa, ou a lista está incompleta."
            }
            Reason::SpamDetected => {
                "Nosso filtro de spam marcou a mensagem como spam. Os filtros às vezes erram."
            }
            Reason::VirusDetected => {
                "Nossa verificação automática encontrou algo nocivo na mensagem, em um anexo ou em um link."
            }
            Reason::ContentError => "Nosso servidor não aceita uma parte da mensagem, como um tipo de anexo.",
            Reason::PolicyViolation => "Uma regra do nosso servidor não permite esta mensagem.",
            Reason::NotCompliantRfc | Reason::SyntaxError => {
                "O dispositivo ou programa de envio não segue as regras de e-mail que nosso servidor verifica."
            }
            Reason::MesgTooBig => {
                "A mensagem com os anexos é maior do que nosso servidor aceita. Os anexos aumentam cerca de um terço no envio."
            }
            Reason::ExceedLimit => "A mensagem é maior do que a caixa de e-mail aceita.",
            Reason::NoRelaying => {
                "A mensagem era para um domínio que não está em nosso servidor, e o remetente não tinha feito login."
            }
            Reason::SecurityError => {
                "Nosso servidor só aceita isso de quem fez login, e o login não foi feito ou não funcionou."
            }
            Reason::FailedStartTls => "Não foi possível estabelecer uma conexão criptografada.",
            Reason::Speeding => "Em pouco tempo, chegaram mais mensagens do que nosso servidor aceita.",
            Reason::Greylisted => {
                "Como proteção contra spam, nosso servidor adia as mensagens de remetentes que ainda não conhece. Servidores de e-mail bem configurados tentam de novo automaticamente."
            }
            Reason::TooManyConn => "Houve conexões ou destinatários demais ao mesmo tempo.",
            Reason::NetworkError => {
                "Uma conexão necessária para a entrega não pôde ser estabelecida, ou caiu."
            }
            Reason::Loop => {
                "Um encaminhamento ou uma configuração do domínio faz a mensagem andar em círculos, por isso ela foi interrompida."
            }
            Reason::Expired => {
                "Nosso servidor guarda uma mensagem só por determinado tempo, e nesse prazo nenhuma tentativa deu certo."
            }
            Reason::SystemError => "Algo não está funcionando em nosso servidor de e-mail.",
            Reason::MailerError => {
                "Um filtro, uma resposta automática ou outro programa ligado à caixa de e-mail não funcionou."
            }
            Reason::Suppressed => {
                "Uma mensagem anterior para esse endereço falhou ou não era desejada, por isso não há mais tentativas."
            }
            Reason::Feedback => "O destinatário marcou a mensagem como spam.",
            Reason::Vacation => {
                "A caixa de e-mail respondeu automaticamente, por exemplo, porque o titular está ausente."
            }
            Reason::Undefined => "Uma regra do nosso servidor recusou o envio.",
        }
    }

    fn refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::IpListed => {
                "No momento, o servidor de e-mail do destinatário não aceita e-mails do nosso. O motivo é o servidor, não você nem sua mensagem."
            }
            Refusal::IpDynamic => {
                "O servidor de e-mail do destinatário não aceita e-mails do endereço do nosso servidor. O motivo é o servidor, não você nem sua mensagem."
            }
            Refusal::IpReputation => {
                "No momento, o servidor de e-mail do destinatário não confia o suficiente no nosso."
            }
            Refusal::IpByRecipient => {
                "A organização do destinatário tem uma regra contra e-mails do endereço do nosso servidor. Só ela pode mudar isso."
            }
            Refusal::Ipv6 => {
                "O servidor de e-mail do destinatário não aceitou a forma como nosso servidor se conectou. Somos nós que precisamos mudar isso."
            }
            Refusal::DomainListed => {
                "Um domínio citado na sua mensagem, ou o seu próprio domínio, está em uma lista de domínios suspeitos. O problema não está em nosso servidor de e-mail."
            }
            Refusal::DomainReputation => {
                "No momento, o servidor de e-mail do destinatário não confia nos e-mails do seu domínio."
            }
            Refusal::ListUnanswered => {
                "O servidor de e-mail do destinatário interpretou mal a resposta de uma lista de bloqueio. O problema não está na sua mensagem nem em nosso servidor."
            }
            Refusal::ServerRate => {
                "O servidor de e-mail do destinatário aceita menos e-mails do nosso no momento, porque chegaram muitos de uma vez ou porque destinatários reclamaram de alguns."
            }
            Refusal::SenderRate => {
                "Foram enviadas da sua conta ou do seu domínio mais mensagens do que o serviço permite de uma vez."
            }
            Refusal::RecipientRate => {
                "No momento, a caixa de e-mail do destinatário está recebendo mais mensagens do que o provedor permite. O motivo não é você nem sua mensagem."
            }
            Refusal::AccountStopped => {
                "O serviço que envia seus e-mails bloqueou o envio pela sua conta ou pela sua organização."
            }
            Refusal::SendAs => {
                "A conta com a qual você fez login não tem permissão para enviar com este endereço de remetente."
            }
            Refusal::SenderDomain => {
                "O servidor de e-mail do destinatário não encontrou seu domínio na internet."
            }
            Refusal::SenderUnverified => {
                "O servidor de e-mail do destinatário verificou se seu endereço pode receber e-mails, e a verificação falhou."
            }
            Refusal::Helo => {
                "O servidor de e-mail do destinatário não aceitou o nome com que nosso servidor se apresenta. Somos nós que precisamos corrigir isso."
            }
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                self.reason(Reason::AuthFailure)
            }
            Refusal::Ptr => self.reason(Reason::RequirePtr),
            Refusal::Relay => self.reason(Reason::NoRelaying),
            Refusal::Login => {
                "O servidor de e-mail só aceita mensagens após o login, e o programa que fez o envio não tinha feito login."
            }
            Refusal::LocalSetting => "Uma configuração do nosso servidor de e-mail está errada.",
            Refusal::OutgoingPort => {
                "Nosso servidor de e-mail não conseguiu acessar o do destinatário. O motivo são os servidores, não você nem sua mensagem."
            }
            Refusal::SenderIncomplete => {
                "O endereço do remetente da mensagem não tem um domínio completo; por isso, o servidor de e-mail do destinatário a recusou."
            }
            Refusal::NameLookup => {
                "Naquele momento, nosso servidor de e-mail não conseguiu descobrir qual servidor recebe os e-mails do domínio do destinatário."
            }
            Refusal::FailureRate => {
                "Muitas mensagens enviadas da sua conta ou do seu domínio não puderam ser entregues; por isso, os demais envios foram interrompidos por enquanto."
            }
            Refusal::SecureMx => {
                "O domínio do destinatário publica uma regra para a entrega criptografada, e o servidor de e-mail dele não a cumpre. Os servidores que seguem essa regra não entregam nada lá."
            }
            Refusal::NotInDirectory => {
                "O Microsoft 365, que recebe os e-mails do domínio do destinatário, não encontra esse endereço lá. Ele pode estar escrito errado ou não estar totalmente configurado do lado do destinatário."
            }
            Refusal::PlanUsedUp => {
                "O serviço que envia os e-mails interrompeu os envios por enquanto, porque a conta usou tudo o que o plano permite."
            }
            Refusal::AccountClosed => {
                "O serviço que envia os e-mails não aceita a conta no momento: ela está suspensa, bloqueada ou com pagamento pendente."
            }
            Refusal::LoginRate => {
                "O servidor de e-mail não permite login nesta conta por algum tempo, porque houve tentativas demais com uma senha incorreta."
            }
            Refusal::PasswordLogin => {
                "O serviço que envia seus e-mails não aceita mais nome de usuário e senha do programa que você usa. O programa precisa usar um método de login mais moderno."
            }
            Refusal::Tls => {
                "O servidor de e-mail do destinatário só aceita e-mails por conexões criptografadas. Somos nós que precisamos configurar isso."
            }
            Refusal::Protocol => "Os dois servidores de e-mail não se entenderam.",
            Refusal::Closed => self.reason(Reason::Filtered),
            Refusal::CompanyRule => {
                "A organização do destinatário tem uma regra que bloqueou esta mensagem. Só ela pode mudar isso."
            }
            Refusal::ForwardForbidden => {
                "A mensagem foi encaminhada automaticamente, e a organização que a encaminha não permite isso."
            }
            Refusal::OwnBlock => {
                "A própria organização do remetente bloqueia e-mails para este endereço. Só o administrador de e-mail dela pode mudar isso."
            }
            Refusal::GatewayOnly => {
                "O provedor do destinatário só aceita e-mails por meio de outro servidor próprio. Só ele pode corrigir isso."
            }
            Refusal::AddressUnchecked => {
                "O servidor de e-mail do destinatário não conseguiu verificar o endereço naquele momento. É bem possível que o endereço esteja certo."
            }
            Refusal::RecipientRefused => {
                "O servidor de e-mail do destinatário recusou este endereço e não disse o motivo. Muitas vezes, há um erro de digitação ou o endereço não é mais usado."
            }
            Refusal::AddressMalformed => {
                "O endereço não está escrito como um endereço de e-mail deve ser: talvez tenha um espaço, um ponto e vírgula ou dois endereços de uma vez."
            }
            Refusal::ListForm => {
                "A lista de e-mails não aceita a mensagem desta forma. Coloque o endereço dela em “Para” ou “Cc” (não em “Cco”) e escreva um assunto."
            }
            Refusal::LongDown => {
                "O servidor de e-mail do destinatário está inacessível há dias e, por isso, nosso servidor parou de tentar."
            }
            Refusal::LineEnds | Refusal::LongLine => {
                "O programa que criou a mensagem usa um formato que os servidores de e-mail não aceitam (nas quebras de linha). Tentar de novo não adianta enquanto isso não for corrigido."
            }
            Refusal::TooManyRecipients => {
                "A mensagem tem mais destinatários do que o servidor de e-mail aceita de uma vez."
            }
            Refusal::Connector => {
                "O serviço pelo qual o nosso servidor envia e-mails não o reconhece mais. Cabe a nós corrigir isso."
            }
            Refusal::SenderBlocked => {
                "O destinatário, ou a organização dele, tem o seu endereço em uma lista de remetentes bloqueados. Só eles podem mudar isso."
            }
            Refusal::Unicode => {
                "A mensagem exige suporte a caracteres internacionais nos endereços de e-mail, e o próximo servidor de e-mail não oferece isso."
            }
        }
    }

    fn cause(&self, cause: Cause) -> [&'static str; 2] {
        match cause {
            Cause::Attack => [
                "Tentativas assim são comuns na internet. Nosso servidor as recusou.",
                "Você não precisa fazer nada se sua senha for longa e não for usada em nenhum outro lugar. Caso contrário, crie uma nova, por favor.",
            ],
            Cause::Tls => [
                "O aplicativo de e-mail e nosso servidor não conseguiram estabelecer uma conexão criptografada.",
                "Se era o seu aplicativo de e-mail, confira o nome do servidor e a criptografia nas configurações e atualize o aplicativo e o dispositivo. Se isso não resolver, diga qual aplicativo e qual dispositivo você usa.",
            ],
            Cause::Disabled => [
                "A conta existe, mas o login está desativado. O problema não é a senha.",
                "Por favor, entre em contato conosco para saber por que o login está desativado e como reativá-lo.",
            ],
            Cause::Expired => [
                "A senha expirou.",
                "Por favor, crie uma nova senha e depois a digite em todos os dispositivos.",
            ],
            Cause::Connections => [
                "Havia conexões demais com esta caixa abertas ao mesmo tempo, a partir do mesmo lugar. Cada aplicativo de e-mail abre várias. O problema não é a senha.",
                "Feche, em todos os seus dispositivos, os aplicativos de e-mail de que não precisa no momento e tente de novo em alguns minutos.",
            ],
            Cause::TooMany => [
                "Havia conexões demais abertas ao mesmo tempo a partir da mesma rede. Cada aplicativo de e-mail abre várias, e todos em um mesmo escritório compartilham um endereço.",
                "Se várias pessoas usam esta conexão com a internet, informe quantos dispositivos são, e vamos avaliar o limite. Até lá, feche os aplicativos de e-mail de que não precisa no momento e tente de novo em alguns minutos.",
            ],
            Cause::AddressNotAllowed => [
                "A conta só pode ser usada a partir de determinadas conexões de internet, e esta não é uma delas. O problema não é a senha.",
                "Por favor, diga de onde você quer usar a caixa de e-mail, e vamos verificar se podemos liberar o acesso.",
            ],
            Cause::Plaintext => [
                "O aplicativo de e-mail tentou fazer login sem criptografia, e nosso servidor não permite isso.",
                "Ative a criptografia para o recebimento e o envio de e-mails nas configurações do aplicativo. Podemos informar quais opções escolher.",
            ],
            Cause::Method => [
                "O aplicativo de e-mail tentou fazer login por um método que nosso servidor não oferece.",
                "Escolha “Senha normal” como método de autenticação nas configurações do aplicativo de e-mail, com a criptografia ativada.",
            ],
            Cause::ClientCertificate => [
                "Nosso servidor exige um certificado do aplicativo de e-mail e não aceitou o que recebeu, ou não recebeu nenhum.",
                "Por favor, entre em contato conosco para receber o certificado certo.",
            ],
            Cause::AuthService => [
                "Nosso servidor não conseguiu verificar a senha naquele momento. O problema não está nas suas configurações.",
                LEAVE,
            ],
            Cause::Backend => [
                "Não foi possível acessar uma parte do nosso sistema de e-mail naquele momento. O problema não está nas suas configurações.",
                LEAVE,
            ],
            Cause::ServerFull => [
                "Nosso servidor atingiu um de seus limites naquele momento. O problema não está nas suas configurações.",
                "Por favor, tente de novo em alguns minutos. Se acontecer outra vez, nos avise.",
            ],
            Cause::BadName => [
                "O nome de usuário que o aplicativo de e-mail enviou está vazio ou contém um caractere que não é permitido, como um espaço.",
                "Confira o nome de usuário no aplicativo de e-mail. Normalmente, é o seu endereço de e-mail completo.",
            ],
            Cause::WrongPassword => [
                "O nome de usuário está certo, mas a senha está errada. Muitas vezes, um dos dispositivos ainda usa uma senha antiga.",
                "Digite a senha de novo em todos os dispositivos que usam esta caixa de e-mail. Se não tiver certeza dela, crie uma nova. Se não foi você quem tentou entrar, nos avise, por favor.",
            ],
            Cause::Either | Cause::WrongLogin => {
                ["Nosso servidor não aceitou este nome de usuário com esta senha.", SIGN_IN]
            }
            Cause::NoPassword => [
                "A caixa de e-mail existe, mas ainda não tem senha, por isso ninguém consegue fazer login. Não há nada de errado com seu aplicativo de e-mail.",
                "Defina uma senha para a caixa de e-mail, ou peça para nós definirmos, e depois a digite em todos os dispositivos.",
            ],
            Cause::ServiceOff => [
                "A caixa de e-mail existe, mas esta forma de ler ou enviar e-mails está desativada. O problema não é a senha.",
                "Você não precisa mudar nada no seu aplicativo de e-mail. Se precisar deste serviço, nos avise, e vamos verificar por que ele está desativado.",
            ],
            Cause::UnknownUser => [
                "Nosso servidor não conhece este nome de usuário. Pode haver um erro de digitação.",
                "Confira o nome de usuário no aplicativo de e-mail, letra por letra. Normalmente, é o seu endereço de e-mail completo.",
            ],
            Cause::Server => {
                ["Algo não funcionou em nosso servidor. O problema não está nas suas configurações.", LEAVE]
            }
            Cause::BrokenClient => [
                "Nosso servidor não conseguiu entender o que o programa enviou. Muitas vezes, trata-se de uma varredura automática vinda da internet ou de um aplicativo com configurações erradas.",
                "Se era o seu aplicativo de e-mail, atualize-o ou configure a conta de novo.",
            ],
            Cause::Refused => ["Nosso servidor não aceitou o login.", SIGN_IN],
            Cause::Config => [
                "Uma configuração do nosso servidor está errada, por isso a caixa de e-mail não está disponível. O problema não está nas suas configurações.",
                LOOKING,
            ],
            Cause::Restart => [
                "Nosso servidor de e-mail estava sendo reiniciado naquele momento ou encerrou a conexão. Os aplicativos de e-mail se reconectam automaticamente.",
                "Você não precisa fazer nada.",
            ],
            Cause::Unfinished => [
                "O login foi iniciado, mas não foi concluído. Uma vez só não é problema; se acontecer com frequência, a causa pode ser a rede, um firewall ou o antivírus.",
                "Se acontecer com frequência, tente por outra rede e, como teste, desative a verificação de e-mails do antivírus.",
            ],
            Cause::Nobody => {
                ["Ninguém tentou fazer login. Conexões assim são comuns.", "Você não precisa fazer nada."]
            }
            Cause::Folder => [
                "Você fez login com a senha certa, mas nosso servidor não conseguiu abrir a caixa de e-mail. O problema não está nas suas configurações.",
                "Por favor, mantenha suas configurações como estão. Avisaremos quando for possível abrir a caixa de e-mail de novo.",
            ],
            Cause::Crash => [
                "Um programa do nosso servidor parou de funcionar durante a conexão. O problema não está nas suas configurações.",
                "Você não precisa fazer nada. Se acontecer com frequência, nos diga quando, por favor.",
            ],
            Cause::Disk => [
                "Nosso servidor não conseguiu gravar no disco. O problema não está nas suas configurações.",
                LOOKING,
            ],
            Cause::Permission => [
                "Nosso servidor não tem permissão para ler ou gravar a caixa de e-mail ou uma parte dela. O problema não está nas suas configurações.",
                LOOKING,
            ],
            Cause::Quota => [
                "A caixa de e-mail está cheia.",
                "Exclua as mensagens de que não precisa mais e esvazie a lixeira, ou nos peça mais espaço.",
            ],
            Cause::Pop3Lock => [
                "A caixa de e-mail estava aberta em outro dispositivo. Com estas configurações, só um dispositivo pode usá-la por vez.",
                "Espere alguns minutos ou nos peça as configurações com as quais vários dispositivos podem usar a mesma caixa de e-mail.",
            ],
            Cause::Locked => [
                "Outro programa do nosso servidor manteve a caixa de e-mail bloqueada. O problema não está nas suas configurações.",
                LOOKING,
            ],
            Cause::Unreadable => [
                "No momento, não é possível ler uma das mensagens guardadas em nosso servidor de e-mail, por isso ela pode aparecer vazia.",
                "Por favor, diga qual é a mensagem: a pasta, o remetente e a data. Vamos verificá-la no servidor.",
            ],
            Cause::Index => [
                "Uma lista que agiliza a abertura das pastas foi danificada. Nosso servidor a refaz a partir das mensagens.",
                "Você não precisa fazer nada. O aplicativo de e-mail pode carregar uma pasta de novo. Se alguma mensagem não aparecer, diga em qual pasta.",
            ],
            Cause::Network => [
                "A conexão caiu durante o uso. De vez em quando, isso é normal, principalmente no celular.",
                "Se acontecer com frequência, tente por outra rede e, como teste, desative a verificação de e-mails do antivírus.",
            ],
            Cause::Idle => [
                "A conexão ficou algum tempo sem uso, por isso nosso servidor a encerrou. Isso é normal.",
                "Você não precisa fazer nada: o aplicativo de e-mail se reconecta automaticamente. Se o aviso incomodar, configure o aplicativo para verificar novas mensagens a cada 10 minutos.",
            ],
            // What a filter does is told of the message, not of a sign-in.
            Cause::FilterRejected
            | Cause::FilterForwardFailed
            | Cause::FilterLoop
            | Cause::FilterBroken
            | Cause::FilterStoreFailed
            | Cause::FilterStopped
            | Cause::FilterDiscarded
            | Cause::FilterForwarded
            | Cause::NoFolder
            | Cause::FilterStored => [
                "As regras de filtro da caixa de e-mail foram aplicadas a uma mensagem.",
                "Se não encontrar a mensagem, procure nas suas outras pastas e confira as regras de filtro da caixa de e-mail.",
            ],
        }
    }

    fn filing(&self, filing: Filing) -> [&'static str; 2] {
        match filing {
            Filing::Full => [
                "A caixa de e-mail está cheia.",
                "Se a caixa de e-mail for sua, exclua as mensagens de que não precisa mais e esvazie a lixeira, ou nos peça mais espaço. Depois, peça ao remetente que envie a mensagem de novo.",
            ],
            Filing::Disk => [
                "Nosso servidor não conseguiu gravar no disco. A mensagem fica guardada, e o servidor tenta de novo automaticamente.",
                LOOKING,
            ],
            Filing::Permission => [
                "Nosso servidor não tem permissão para gravar na caixa de e-mail ou em uma parte dela. Ele guarda a mensagem e tenta de novo automaticamente.",
                LOOKING,
            ],
            Filing::Locked => [
                "Outro programa do nosso servidor manteve a caixa de e-mail bloqueada.",
                "Por enquanto, você não precisa fazer nada; se a mensagem não tiver chegado até amanhã, nos avise.",
            ],
            Filing::Rejected => [
                "A regra é desta caixa de e-mail ou vale para todas as caixas do nosso servidor. Normalmente, o remetente recebe um aviso.",
                "Se você queria receber a mensagem, confira as regras de filtro da caixa de e-mail. Se nenhuma delas se aplicar, nos avise.",
            ],
            Filing::ForwardFailed => [
                "A mensagem não foi encaminhada naquele momento.",
                "Por favor, confira o endereço na regra. Nós também estamos verificando o problema.",
            ],
            Filing::Loop => [
                "A mensagem já tinha sido encaminhada por esta caixa de e-mail. Para não andar em círculos, ela não foi encaminhada outra vez.",
                "Por favor, confira se nenhum encaminhamento leva de volta a esta caixa de e-mail.",
            ],
            Filing::Broken => [
                "Algo não funcionou nas regras: um erro nelas, uma pasta que não existe ou um encaminhamento.",
                "Confira as regras de filtro da caixa de e-mail, principalmente as pastas e os endereços. Se parecerem certas, nos avise, e vamos ver qual foi o erro.",
            ],
            Filing::StoreFailed => [
                "Nosso servidor não conseguiu guardar a mensagem nessa pasta naquele momento. A regra em si pode estar certa.",
                "Por favor, confira se a pasta ainda existe. Nós também estamos verificando o problema.",
            ],
            Filing::Stopped => [
                "Algo de que as regras de filtro da caixa de e-mail precisam não funcionou naquele momento. O problema não está nas regras, e nosso servidor tenta de novo automaticamente.",
                LOOKING,
            ],
            Filing::Discarded => [
                "Se nenhuma outra regra guardou a mensagem, ela se perdeu. A regra é desta caixa de e-mail ou vale para todas as caixas do nosso servidor. O remetente não recebe aviso.",
                "Se você queria receber a mensagem, confira as regras de filtro da caixa de e-mail e peça ao remetente que a envie de novo. Se nenhuma das suas regras se aplicar, nos avise.",
            ],
            Filing::Forwarded => [
                "A mensagem seguiu para esse endereço.",
                "Se a mensagem não chegar lá, confira o endereço nas regras de filtro.",
            ],
            Filing::NoFolder => [
                "Nesse caso, a mensagem normalmente vai para a caixa de entrada.",
                "Procure na caixa de entrada e confira as regras de filtro da caixa de e-mail.",
            ],
            Filing::AnsweredBefore => [
                "Esse remetente já recebeu uma resposta de ausência. No período definido na regra, cada remetente recebe só uma.",
                "Você não precisa mudar nada. Para testar a resposta, escreva de outro endereço ou defina um período mais curto na regra.",
            ],
            Filing::Unanswered => [
                "A mensagem não foi enviada ao endereço da própria caixa, mas provavelmente a outro que leva a ela, e a regra de ausência não inclui esse endereço.",
                "Por favor, adicione à regra de ausência, como endereços seus, todos aqueles em que você recebe mensagens. Se não encontrar essa opção, nos avise, e vamos ajudar.",
            ],
            Filing::Stored => [
                "Uma regra de filtro escolheu a pasta, ou essa é a pasta habitual.",
                "Se não encontrar a mensagem, procure nas suas outras pastas e confira as regras de filtro da caixa de e-mail.",
            ],
        }
    }

    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3] {
        match case {
            Case::Service => [
                "Uma parte do nosso sistema de e-mail não está funcionando no momento.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayLogin => [
                format!("Nosso servidor envia os e-mails por outro servidor, e o login nele não funcionou. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayRefuses => [
                format!("Nosso servidor envia os e-mails por outro servidor, que não aceitou a mensagem vinda de nós. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayUnreachable => [
                "Nosso servidor não consegue estabelecer conexão com o servidor pelo qual envia os e-mails.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::WrongServer => [
                "O servidor de e-mail para o qual enviamos a mensagem diz que não atende o domínio do destinatário. Trata-se de uma configuração do domínio do destinatário, não da sua.".into(),
                "Por enquanto, você não precisa fazer nada. Se for urgente, avise o destinatário por outro meio, como o telefone: só ele ou o provedor dele pode corrigir isso.".into(),
                "Por favor, avise o destinatário por outro meio, como o telefone: só ele ou o provedor dele pode corrigir isso. Depois da correção, envie a mensagem de novo.".into(),
            ],
            Case::OwnDomain => [
                "Nosso servidor de e-mail procura esta caixa entre as que hospeda e não tem nenhuma com esse nome, embora a mensagem venha do mesmo domínio. Ainda assim, o endereço pode estar correto.".into(),
                "Estamos verificando uma configuração do domínio em nosso servidor. Por enquanto, você não precisa fazer nada.".into(),
                "Estamos verificando uma configuração do domínio em nosso servidor. Aguarde nosso contato antes de enviar a mensagem de novo.".into(),
            ],
            Case::TheirLogin => [
                "O servidor de e-mail para o qual enviamos a mensagem só a aceita se nosso servidor fizer login nele. O problema não é a sua senha.".into(),
                "Por enquanto, você não precisa fazer nada.".into(),
                "Por enquanto, entre em contato com o destinatário por outro meio.".into(),
            ],
            Case::Forward => [
                format!("A mensagem era para {original}, e nosso servidor encaminha para {to} os e-mails enviados a esse endereço. O endereço de encaminhamento não conseguiu receber a mensagem."),
                format!("Se {original} for o seu endereço, altere ou remova o encaminhamento para {to}."),
                format!("Se {original} for o seu endereço, altere ou remova o encaminhamento para {to}. Se foi você quem enviou a mensagem, entre em contato com o destinatário por outro meio; o endereço que você usou está certo."),
            ],
            Case::ForwardUnwanted => {
                let fetch = format!("Se {original} for o seu endereço, configure a outra conta para buscar os e-mails, em vez de encaminhá-los. Podemos ajudar com isso.");
                [
                    format!("A mensagem era para {original}, e nosso servidor encaminha para {to} os e-mails enviados a esse endereço. O servidor de e-mail de lá não aceitou a mensagem encaminhada."),
                    fetch.clone(),
                    fetch,
                ]
            }
            Case::ForwardLoop => {
                let check = format!("Estamos verificando o encaminhamento no nosso servidor. Se {original} for o seu endereço, confira se os e-mails para {to} não são encaminhados de volta para ele.");
                [format!("A mensagem era para {original}, e nosso servidor encaminha para {to} os e-mails enviados a esse endereço. Ela ficou circulando, provavelmente porque de lá foi encaminhada de volta, e por isso foi interrompida."), check.clone(), check]
            }
            Case::Notice => [
                "Era um aviso automático, por exemplo, sobre uma mensagem que não pôde ser entregue. O próprio aviso não pôde ser entregue, muitas vezes porque o endereço do remetente era falso.".into(),
                "Você não precisa fazer nada.".into(),
                "Você não precisa fazer nada: ninguém escreveu esta mensagem.".into(),
            ],
            Case::System => {
                let correcting = "O endereço será corrigido no nosso servidor; você não precisa fazer nada.";
                [
                    "Esta mensagem foi escrita por um programa do nosso servidor, não por uma pessoa.".into(),
                    correcting.into(),
                    correcting.into(),
                ]
            }
        }
    }

    fn obstacle(&self, obstacle: ObstacleKind) -> [&'static str; 2] {
        match obstacle {
            ObstacleKind::CertificateDate => [
                "O certificado de segurança do servidor de e-mail expirou, ou o relógio do dispositivo está errado.",
                "Confira a data e a hora do dispositivo. Se estiverem certas, nos avise: vamos renovar o certificado, e você não precisa mudar nenhuma configuração.",
            ],
            ObstacleKind::CertificateName => [
                "O nome do servidor nas configurações não é o que está no certificado de segurança do servidor de e-mail.",
                "Nas configurações, use como nome do servidor aquele que informamos a você, tanto para o recebimento quanto para o envio de e-mails.",
            ],
            ObstacleKind::CertificateIssuer => [
                "O aplicativo ou o site não confia no certificado de segurança do servidor de e-mail.",
                "Confira se o nome do servidor nas configurações é o que informamos a você. Em um aplicativo de e-mail, desative como teste a verificação de e-mails do antivírus; em um programa próprio (em Java, por exemplo), atualize a lista de emissores confiáveis. Se isso não resolver, nos avise, e vamos verificar o certificado.",
            ],
            ObstacleKind::PlainPort => [
                "A criptografia e a porta escolhidas nas configurações não combinam.",
                "Escolha a criptografia STARTTLS para a porta 587 ou SSL/TLS para a porta 465.",
            ],
            ObstacleKind::NoStarttls => [
                "A criptografia e a porta escolhidas nas configurações não combinam, ou um programa no caminho esconde que o servidor oferece criptografia.",
                "Para o envio, configure a porta 587 com STARTTLS ou a porta 465 com SSL/TLS e, como teste, desative a verificação de e-mails do antivírus.",
            ],
            ObstacleKind::WantsEncryption => [
                "O aplicativo ou o site tentou fazer login sem criptografia, e o servidor de e-mail não permite isso.",
                "Ative a criptografia nas configurações: STARTTLS com a porta 587 ou SSL/TLS com a porta 465 para enviar, SSL/TLS com a porta 993 ou 995 para receber.",
            ],
            ObstacleKind::Encryption => [
                "O aplicativo ou o site e o servidor de e-mail não conseguiram estabelecer uma conexão criptografada.",
                "Atualize o aplicativo ou o site e o dispositivo, e confira se a criptografia e a porta combinam: STARTTLS para 587, SSL/TLS para 465, 993 e 995.",
            ],
            ObstacleKind::Token => [
                "O aplicativo ou o site não tem mais permissão para usar a conta, por exemplo, porque a senha foi alterada.",
                "Faça login na conta de novo, nas configurações do aplicativo ou do site, e permita que ele envie e-mails.",
            ],
            ObstacleKind::AppPassword => [
                "O provedor da conta exige uma senha especial para aplicativos.",
                "Crie uma senha de app nas configurações de segurança da conta e digite-a no aplicativo ou no site.",
            ],
            ObstacleKind::NoCredentials => [
                "O aplicativo ou o site não tem um nome de usuário ou uma senha para o servidor de e-mail.",
                "Digite o endereço de e-mail e a senha da caixa de e-mail nas configurações dele.",
            ],
            ObstacleKind::Method => [
                "O servidor de e-mail não oferece o método de login que o aplicativo ou o site usa.",
                "Escolha “Senha normal” como método de autenticação e ative a criptografia: STARTTLS com a porta 587 ou SSL/TLS com a porta 465.",
            ],
            ObstacleKind::NeedsLogin => [
                "O aplicativo ou o site tentou enviar sem fazer login, mas o servidor de e-mail exige autenticação.",
                "Ative a autenticação do servidor de saída nas configurações, com o endereço de e-mail completo e a senha da caixa de e-mail que envia.",
            ],
            ObstacleKind::Login => [
                "O servidor de e-mail não aceitou o nome de usuário ou a senha.",
                "Digite de novo o endereço de e-mail como nome de usuário e a senha, tanto para o recebimento quanto para o envio. Se o webmail também não os aceitar, crie uma nova senha.",
            ],
            ObstacleKind::MicrosoftSignIn => [
                "A Microsoft não deixou a conta fazer login, normalmente por causa de uma regra da organização.",
                "Faça login uma vez pelo navegador em outlook.office.com e siga as instruções. Se também não conseguir entrar por lá, fale com o administrador da sua organização e informe o número que aparece depois de AADSTS.",
            ],
            ObstacleKind::NameUnknown => [
                "Não foi possível encontrar o nome do servidor de e-mail que está nas configurações.",
                "Confira o nome do servidor nas configurações. Se estiver certo, veja se o dispositivo ou o site tem acesso à internet.",
            ],
            ObstacleKind::Silent => [
                "A criptografia e a porta escolhidas nas configurações não combinam.",
                "Escolha a criptografia SSL/TLS para a porta 465 ou STARTTLS para a porta 587.",
            ],
            ObstacleKind::TurnedAway => [
                FIREWALL,
                "Confira o nome do servidor e a porta nas configurações: 587 ou 465 para enviar, 993 ou 995 para receber.",
            ],
            ObstacleKind::NoRoute | ObstacleKind::NoAnswer | ObstacleKind::NoConnection => [FIREWALL, CHECK],
            ObstacleKind::Offline => [
                "O dispositivo ou o aplicativo não está conectado à internet.",
                "Confira a conexão do dispositivo com a internet e veja se o aplicativo não está no modo off-line.",
            ],
            ObstacleKind::HungUp => [
                "A conexão entre o aplicativo ou o site e o servidor de e-mail foi interrompida.",
                "Confira se a porta e a criptografia combinam (587: STARTTLS; 465, 993 e 995: SSL/TLS) e tente sem VPN e com a verificação de e-mails do antivírus desativada.",
            ],
            ObstacleKind::NoMailer => [
                "O site não conseguiu passar a mensagem ao sistema de e-mail do próprio servidor. O problema não é o endereço do destinatário.",
                "Configure o site para enviar por uma caixa de e-mail do seu domínio, com login. Podemos informar as configurações.",
            ],
            ObstacleKind::LocalMailer => [
                "O site ou o script não conseguiu passar a mensagem ao sistema de e-mail do próprio servidor.",
                "Por favor, diga qual foi a página ou o formulário e quando aconteceu, e vamos verificar no registro do servidor.",
            ],
            ObstacleKind::TooLarge => [
                "A mensagem com os anexos é grande demais.",
                "Envie um link para o arquivo ou divida o conteúdo em várias mensagens menores.",
            ],
            ObstacleKind::MailboxFull => [
                "A caixa de e-mail está cheia, por isso não é possível salvar mensagens nela.",
                "Exclua mensagens grandes ou antigas, principalmente em Enviados e na Lixeira, e depois esvazie a lixeira. Se precisar de mais espaço, nos avise.",
            ],
            ObstacleKind::Sender => [
                "O endereço no campo “De” não é um dos que esta caixa de e-mail pode usar para enviar, ou não é válido.",
                "Use o endereço da caixa de e-mail como remetente. No formulário de um site, o endereço do visitante deve ficar no campo “Responder para”.",
            ],
            ObstacleKind::Recipient => [
                "O endereço do destinatário está faltando ou está errado, ou o servidor de e-mail não o aceitou.",
                "Confira o endereço do destinatário e veja se o aplicativo ou o site faz login no servidor de saída.",
            ],
            ObstacleKind::Attachment => [
                "Não foi possível ler o arquivo a ser anexado. O servidor de e-mail não tem relação com isso.",
                "Anexe o arquivo de novo. Em um site, confira se o arquivo ainda está lá.",
            ],
            ObstacleKind::ApiKey => [
                "O serviço pelo qual o site envia não aceitou a chave ou o remetente.",
                "Insira uma nova chave desse serviço nas configurações do site e confira, no serviço, se o seu domínio está verificado.",
            ],
            ObstacleKind::Character => [
                "O programa não consegue enviar um caractere do nome de usuário, da senha ou de um endereço; em geral, é um espaço que veio junto na cópia.",
                "Digite de novo o nome de usuário e a senha em vez de colá-los, e use só letras sem acento nos endereços.",
            ],
            ObstacleKind::Program => [
                "Falta ao site um componente de que ele precisa para enviar e-mails.",
                "Peça a quem cuida do site que instale ou atualize esse componente. Nós podemos verificar as configurações do servidor.",
            ],
            ObstacleKind::Settings => [
                "As configurações de e-mail do aplicativo ou do site estão incompletas ou erradas.",
                "Revise as configurações de e-mail dele. Podemos informar os valores certos para a sua caixa de e-mail.",
            ],
            ObstacleKind::Busy => [
                "Há aplicativos ou dispositivos demais usando esta caixa de e-mail ao mesmo tempo, a partir do mesmo lugar.",
                "Feche, em todos os dispositivos, os aplicativos de e-mail de que não precisa no momento e tente de novo em alguns minutos.",
            ],
            ObstacleKind::InUse => [
                "Outro aplicativo ou dispositivo já está com esta caixa aberta, e uma caixa configurada como POP3 só pode ficar aberta em um lugar por vez.",
                "Feche o outro aplicativo ou faça com que ele busque as mensagens com menos frequência. Se usa a caixa em vários dispositivos, configure-os com IMAP.",
            ],
            ObstacleKind::Unchecked => [
                "O nosso servidor não conseguiu abrir a sua caixa naquele momento. O nome de usuário e a senha não são a causa.",
                "Deixe as configurações como estão. Estamos verificando no nosso servidor.",
            ],
            ObstacleKind::ManyRecipients => [
                "A mensagem tem mais destinatários do que o servidor de e-mail aceita de uma vez.",
                "Envie para menos destinatários por vez ou use uma lista de e-mails.",
            ],
            ObstacleKind::PortsBlocked => [
                "O site não consegue acessar nenhum servidor de e-mail: a empresa que o hospeda provavelmente bloqueia os e-mails de saída.",
                "Peça a essa empresa que libere as portas 587 e 465 para conexões de saída ou pergunte qual servidor de e-mail os sites devem usar.",
            ],
            ObstacleKind::Expired => self.cause(Cause::Expired),
            ObstacleKind::Limit => [
                "Foi atingido o limite de mensagens, destinatários ou tentativas em determinado período.",
                "Espere uma hora e envie para menos destinatários por vez. Se você não enviou tudo isso, crie uma nova senha imediatamente e nos avise.",
            ],
            ObstacleKind::Store => [
                "Os arquivos em que o aplicativo de e-mail guarda as mensagens estão danificados ou cheios. Suas mensagens no servidor não foram afetadas.",
                "Confira no webmail se suas mensagens estão lá e depois configure a conta em um novo perfil do aplicativo. Podemos ajudar com isso.",
            ],
            ObstacleKind::StoreFull => [
                "O arquivo de dados do aplicativo de e-mail no computador está cheio. Sua caixa de e-mail no servidor não é a causa.",
                "Arquive ou exclua no aplicativo as mensagens grandes e antigas, esvazie a lixeira e depois compacte o arquivo de dados nas configurações da conta. Podemos ajudar com isso.",
            ],
            ObstacleKind::Inspected => [
                "Um antivírus no dispositivo abre a conexão criptografada e mostra um certificado de segurança próprio. O do servidor de e-mail não é a causa.",
                "Desative a verificação de e-mails criptografados nas configurações do antivírus.",
            ],
            ObstacleKind::Unsent => [
                "O aplicativo ou o site informa que a mensagem não foi enviada, mas não diz o motivo.",
                "Por favor, envie para nós o texto completo do erro, com o horário, o remetente e o destinatário.",
            ],
            ObstacleKind::Unread => [
                "O aplicativo ou o webmail não conseguiu fazer o que você pediu e não diz o motivo.",
                "Por favor, diga qual aplicativo ou site mostra isso e quando, para que possamos investigar melhor.",
            ],
        }
    }

    fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Unsigned => {
                "As mensagens enviadas nesse meio-tempo podem não ter a assinatura digital que mostra de onde vêm, por isso alguns destinatários podem encontrá-las na pasta de spam."
            }
            Effect::Unchecked => {
                "As mensagens recebidas podem sofrer atraso ou não ser totalmente verificadas."
            }
            Effect::Unscanned => {
                "As mensagens podem sofrer atraso ou ser entregues sem a verificação habitual."
            }
            Effect::SignIn => "O login pode não funcionar no momento.",
            Effect::Reading => {
                "No momento, os aplicativos de e-mail podem não conseguir se conectar ou mostrar a caixa de e-mail."
            }
            Effect::Incoming => "Novas mensagens podem chegar com atraso.",
            Effect::Door => {
                "O envio pelo nosso servidor ou o recebimento de e-mails pode não funcionar no momento."
            }
            Effect::Outgoing => "As mensagens que você envia podem sofrer atraso.",
            Effect::Warnings => {
                "Os aplicativos de e-mail podem mostrar um alerta ou não conseguir se conectar."
            }
            Effect::Webmail => {
                "O webmail pode mostrar um erro no momento. Os aplicativos de e-mail não são afetados."
            }
            Effect::Nothing => "O envio, o recebimento e a leitura de e-mails não são afetados.",
            Effect::Unclear => {
                "O envio, o recebimento ou a leitura de e-mails pode não funcionar direito no momento."
            }
        }
    }

    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2] {
        match of {
            Elsewhere::AppPassword => [
                format!(
                    "O provedor {provider} não aceitou o nome de usuário ou a senha. Aplicativos e sites geralmente precisam de uma senha de app, e não da senha normal da conta."
                ),
                format!(
                    "Crie uma senha de app nas configurações de segurança da conta em {provider} e digite-a no aplicativo ou site. Uma nova senha normal não vai resolver."
                ),
            ],
            Elsewhere::SignInOff => [
                format!(
                    "O provedor {provider} não permite que esta conta faça login com nome de usuário e senha para enviar, seja qual for a senha."
                ),
                format!(
                    "Peça ao administrador de {provider} da sua organização que permita o envio com nome de usuário e senha nesta caixa de e-mail ou nos peça outra forma de enviar. Uma nova senha não vai resolver."
                ),
            ],
            Elsewhere::Paused => [
                format!(
                    "O provedor {provider} suspendeu o login nesta conta, porque houve tentativas demais em pouco tempo. A senha pode estar correta."
                ),
                "Feche os aplicativos e programas que ainda usam uma senha antiga e espere algumas horas. Depois, faça login uma única vez; cada nova tentativa prolonga a suspensão.".into(),
            ],
            Elsewhere::Unverified => [
                format!(
                    "O provedor {provider} só envia para endereços e domínios confirmados, e um deles nesta mensagem ainda não está confirmado."
                ),
                format!(
                    "Confirme o domínio ou o endereço do remetente na conta em {provider}. Se a conta for nova, os destinatários também precisam ser confirmados, até que {provider} retire esse limite."
                ),
            ],
            Elsewhere::SendAs => [
                format!("O provedor {provider} não permite que a conta conectada envie com este endereço de remetente."),
                format!(
                    "Envie com o endereço dessa conta ou peça ao administrador de {provider} da sua organização que libere o outro."
                ),
            ],
        }
    }

    fn note(&self, note: Note) -> &'static str {
        match note {
            Note::ProgramFailed => {
                "O programa do nosso servidor que recebe os e-mails deste endereço não funcionou como deveria."
            }
            Note::KeptByFilter => {
                "Nosso filtro reteve a mensagem porque ela parece spam ou algo nocivo. A mensagem não foi perdida."
            }
            Note::StoppedThere => {
                "Um filtro do servidor que enviou o aviso barrou a mensagem, e ela não chegou ao servidor de e-mail do destinatário. Esses filtros às vezes erram."
            }
            Note::WrongClock => {
                "O relógio do dispositivo que enviou a mensagem está errado, por isso a mensagem traz uma data errada. Em uma lista ordenada por essa data, ela fica no lugar errado."
            }
            Note::AccountSpent => {
                "A conta de hospedagem à qual a caixa de e-mail pertence usou todo o espaço disponível, mesmo que a própria caixa não esteja cheia."
            }
            Note::StaleQuota => {
                "O registro do nosso servidor sobre o espaço usado na caixa de e-mail estava desatualizado. Ela pode conter bem menos."
            }
            Note::Overwritten => {
                "Um firewall na frente do nosso servidor de e-mail altera o que o servidor diz, por isso a criptografia e o login não funcionam."
            }
            Note::CatchAll => {
                "Não existe caixa de e-mail com este endereço, por isso a mensagem foi para a caixa que recebe todos os e-mails para endereços desconhecidos deste domínio."
            }
            Note::ServiceUnconfirmed => {
                "Parte das mensagens em nome deste domínio vem de um serviço que não está configurado para isso, ou é falsa. Essas mensagens costumam cair na pasta de spam ou são recusadas."
            }
            Note::PlantedScript => {
                "Um script estranho no site envia spam. A senha da caixa de e-mail não é a causa."
            }
            Note::NotFoundHere => {
                "Nosso servidor procurou este endereço entre os que atende e não o encontrou."
            }
            Note::OldEntry => {
                "A mensagem foi enviada para um endereço interno antigo, que não existe mais. Os aplicativos de e-mail guardam esses endereços nas sugestões."
            }
            Note::Beside => {
                "Nosso servidor relatou naquele momento um pequeno problema próprio. A senha e as configurações estão certas."
            }
            Note::ChangedAfterSigning => {
                "A mensagem provavelmente foi alterada depois de assinada, por exemplo, por um rodapé. Mesmo assim, ela passou na verificação de origem."
            }
            Note::TheirCertificate => {
                "O certificado de segurança do outro servidor expirou. Só quem administra esse servidor pode renová-lo."
            }
            Note::AsksToSignIn => {
                "Nosso servidor pediu a outro servidor de e-mail que fizesse login, e servidores não podem fazer isso. É uma configuração nossa."
            }
            Note::WeAreListed => {
                "O endereço de internet do nosso servidor de e-mail está em uma lista de bloqueio, por isso outros servidores podem recusar nossos e-mails no momento."
            }
            Note::ClientsHidden => {
                "Nosso servidor não consegue ver de qual servidor a mensagem realmente veio, por isso a verificação do remetente não pôde funcionar."
            }
            Note::TakesTurns => {
                "O provedor do remetente envia alternadamente de vários servidores, e o nosso faz cada um que ainda não conhece esperar, como proteção contra spam."
            }
            Note::LookupDoubtful => {
                "Naquele momento, nosso servidor não conseguiu descobrir de qual domínio e de qual servidor a mensagem veio. A causa pode estar nos registros do remetente ou na nossa própria consulta, que estamos verificando."
            }
            Note::OriginUnreadable => {
                "Os registros do domínio do remetente indicam quais servidores podem enviar os e-mails dele. Essa lista contém um erro e, por isso, os servidores de e-mail não conseguem verificar de onde vem a mensagem."
            }
            Note::RecordIncomplete => {
                "Os registros do domínio do destinatário indicam um servidor de e-mail que não é encontrado. Só quem administra esse domínio pode corrigir isso."
            }
            Note::AddressIncomplete => {
                "O endereço está incompleto: falta o final da parte depois do @, como “.com”."
            }
            Note::Diverted => {
                "No caminho, a conexão foi desviada para outro servidor de e-mail, que não conhece esta senha. A senha em si pode estar certa."
            }
            Note::OurLookup => {
                "Nosso servidor não consegue encontrar os endereços de outros servidores de e-mail no momento. A causa está do nosso lado."
            }
            Note::OldEncryption => {
                "O aplicativo ou dispositivo só oferece versões antigas de criptografia, que nosso servidor não aceita mais."
            }
            Note::TakesNoCalls => "Nosso servidor de e-mail não consegue receber e-mails de fora no momento.",
            Note::RenewalFailed => {
                "Não foi possível renovar o certificado de segurança do nosso servidor de e-mail. Se isso não der certo antes que ele expire, os aplicativos de e-mail vão mostrar um alerta."
            }
            Note::CertificateUnfit => {
                "O certificado de segurança do servidor de e-mail do destinatário não é o que o provedor publicou, por isso nosso servidor não envia a mensagem para lá. Só o provedor do destinatário pode corrigir isso."
            }
            Note::CertificateUnproven => {
                "Nosso servidor de e-mail não conseguiu verificar o certificado de segurança do servidor do destinatário, por isso não envia a mensagem para lá."
            }
            Note::OnlyCopy => {
                "Ninguém escreveu para este endereço: nosso servidor envia para lá uma cópia de cada mensagem. A mensagem em si não foi afetada."
            }
            Note::SearchFails => {
                "No momento, a busca na caixa de e-mail pode falhar ou ficar lenta. Os e-mails chegam e abrem normalmente; a senha e as configurações estão certas."
            }
            Note::ShowsLate => {
                "Os aplicativos de e-mail podem mostrar novas mensagens com alguns minutos de atraso, porque nosso servidor não consegue acompanhar a chegada de novas mensagens no momento. Nenhuma mensagem se perde; a senha e as configurações estão certas."
            }
            Note::PerhapsThere => {
                "Nosso servidor de e-mail enviou a mensagem inteira, mas o do destinatário não confirmou a tempo. Talvez o destinatário já a tenha recebido, possivelmente várias vezes."
            }
            Note::NotTriedNow => {
                "Nesse momento não houve tentativa, porque uma anterior tinha falhado e ainda não era hora da próxima."
            }
            Note::Remembered => {
                "Nosso servidor de e-mail ainda tinha registrado que o do destinatário ficou dias fora do ar, por isso desistiu sem uma nova tentativa."
            }
            Note::WholeUsername => {
                "Faltou o domínio no nome de usuário: ele deve ser o endereço de e-mail completo."
            }
            Note::OverIpv6 => {
                "O programa chamou o servidor de e-mail por IPv6 e não recebeu resposta a tempo."
            }
            Note::RulesOff => {
                "Até que isso seja corrigido, as regras não são executadas e as novas mensagens chegam à caixa de entrada."
            }
            Note::OldSettings => {
                "O aplicativo ou site ainda usa configurações de e-mail mais antigas que as informadas, geralmente por causa do cache."
            }
            Note::OpenFolder => {
                "No nosso servidor, outros têm permissão para alterar a pasta desta caixa de e-mail; por segurança, nada é entregue nela até que isso seja corrigido."
            }
            Note::ListAddress => {
                "A lista de e-mails não aceita a mensagem porque o endereço dela não está em “Para” nem em “Cc”. Coloque-o ali, e não em “Cco”."
            }
            Note::ListSubject => {
                "A lista de e-mails não aceita a mensagem porque ela não tem assunto. Escreva um."
            }
            Note::ListFormat => {
                "A lista de e-mails não aceita uma parte da mensagem: a formatação ou um anexo. Envie-a como texto simples e sem anexos."
            }
            Note::SearchIndex => {
                "Não foi possível atualizar o índice de busca da caixa de e-mail. Os e-mails chegam e abrem normalmente, mas uma busca pode não encontrar todas as mensagens."
            }
            Note::Quarantined => {
                "O filtro do destinatário mantém a mensagem em quarentena, por isso o destinatário não a vê na caixa de entrada nem na pasta de lixo eletrônico."
            }
            Note::ReachesNone => {
                "No momento, nosso servidor não consegue se conectar a outros servidores de e-mail. A causa está do nosso lado."
            }
            Note::LookupOurs => {
                "No momento, nosso servidor não consegue descobrir onde entregar os e-mails para outros domínios. A causa está do nosso lado."
            }
            Note::LookupFailed => {
                "Nosso servidor não conseguiu descobrir onde entregar os e-mails do domínio do destinatário. A falha pode estar nos registros desse domínio ou na nossa consulta."
            }
            Note::TooManyFailed => {
                "Muitas das mensagens que seu domínio enviou na última hora não puderam ser entregues, por isso nosso servidor descartou esta."
            }
            Note::ContentRule => {
                "Uma regra de conteúdo do nosso servidor de e-mail barrou algo na mensagem, por exemplo, o assunto."
            }
            Note::CheckUnanswered => {
                "Antes de aceitar uma mensagem, nosso servidor verifica se um endereço que consta nela existe. O servidor de e-mail desse endereço não deu uma resposta clara."
            }
            Note::ListMisread => {
                "Uma lista de bloqueio que nosso servidor consulta se recusou a responder, e nosso servidor interpretou isso como um bloqueio. A causa não é o remetente nem a mensagem."
            }
            Note::HomeLine => {
                "O envio veio direto de uma conexão residencial, comercial ou móvel. Nesse caso, os servidores de e-mail só aceitam mensagens com login, pelas portas destinadas aos aplicativos de e-mail (587 ou 465)."
            }
            Note::HeloRule => {
                "Uma regra do nosso servidor não aceita o nome com que o dispositivo ou servidor de origem se apresentou."
            }
            Note::SenderUnverified => {
                "Nosso servidor verifica se o endereço do remetente pode receber e-mails, e essa verificação falhou. Muitas vezes, o endereço não existe ou o domínio dele não está totalmente configurado."
            }
            Note::SenderDomainHere => {
                "Nosso servidor não encontrou na internet o domínio do endereço do remetente."
            }
            Note::DomainUnknown => {
                "Nosso servidor não está configurado para receber e-mails para o domínio do endereço do destinatário."
            }
            Note::ChainIncomplete => {
                "O servidor de e-mail não envia todos os certificados de segurança necessários, por isso alguns aplicativos e servidores não confiam nele e mostram um alerta."
            }
            Note::CertificateOld => {
                "O certificado de segurança do servidor de e-mail expirou, por isso os aplicativos mostram um alerta ou não se conectam."
            }
            Note::CertificateOther => {
                "O certificado de segurança do servidor de e-mail vale para outro nome, diferente do usado na conexão."
            }
            Note::CertificateUntrusted => {
                "O certificado de segurança do servidor de e-mail não é de uma entidade em que os aplicativos confiam, por isso eles mostram um alerta ou não se conectam."
            }
            Note::MarkedOnArrival => "No caminho, um filtro de spam marcou a mensagem como possível spam.",
            Note::NameMisused => {
                "Provavelmente outra pessoa está enviando mensagens com este endereço como remetente, e outros servidores as devolvem para cá. Para isso não é preciso ter acesso à caixa de correio: nada mostra que ela tenha sido usada."
            }
            Note::BrokenByForward => {
                "A mensagem é provavelmente autêntica, mas foi encaminhada, e o encaminhamento a alterou ou manteve o antigo endereço de remetente. Por isso o servidor de e-mail seguinte não conseguiu confirmar a origem."
            }
            Note::RecordsUnproven => {
                "As assinaturas nos registros do domínio do destinatário não são válidas, e por isso nosso servidor não pode confiar neles. Só quem administra esse domínio pode corrigir isso."
            }
            Note::OriginDoubted => {
                "A verificação de que a mensagem vem mesmo do domínio do remetente falhou. A mensagem pode ser falsa ou ter passado por um encaminhamento ou uma lista de e-mails."
            }
            Note::SignatureBroken => {
                "A mensagem tem uma assinatura digital que mostra de onde ela vem, e essa assinatura não pôde ser confirmada."
            }
            Note::Waited => {
                "A mensagem ficou retida no caminho antes que o servidor de e-mail seguinte a aceitasse."
            }
            Note::PassedUnchecked => {
                "A mensagem passou sem a verificação habitual de vírus. Abra os anexos somente se você os esperava."
            }
            Note::CauseOurs => "A causa está do nosso lado.",
            Note::CauseTheirs => "A causa está no outro servidor de e-mail.",
            Note::CauseYours => "A causa está nas configurações com que a tentativa foi feita.",
            Note::CauseSender => "A causa está do lado do remetente.",
            Note::StolenPassword => {
                "Provavelmente outra pessoa conhece a senha e usa a caixa de e-mail para enviar spam."
            }
            Note::TheyDoNotSay => "O servidor de e-mail do destinatário não diz o motivo.",
            Note::LogDoesNotSay => "Ainda não sabemos o motivo.",
            Note::ReplyDoesNotSay => "A resposta não traz o motivo.",
            Note::TimeIsUp => {
                "Um servidor de e-mail guarda uma mensagem só por determinado tempo, e nesse prazo nenhuma tentativa deu certo."
            }
            Note::TheirsNow => {
                "A partir daí, esse servidor é responsável por ela. Ainda assim, ela pode ir parar na pasta de spam do destinatário."
            }
            Note::GreylistedFirst => {
                "Antes, esse servidor tinha feito a mensagem esperar: muitos servidores fazem isso por alguns minutos quando ainda não conhecem o remetente."
            }
            Note::DeferredFirst => {
                "A primeira tentativa não funcionou, então nosso servidor tentou de novo. Por isso demorou mais."
            }
            Note::HeldFirst => {
                "Nosso servidor primeiro pediu ao servidor do remetente que tentasse de novo mais tarde, como os servidores de e-mail costumam fazer com remetentes que ainda não conhecem. Por isso a mensagem demorou mais."
            }
            Note::FullOrAccount => {
                "A caixa de e-mail está cheia, ou a conta de hospedagem à qual ela pertence usou todo o espaço disponível."
            }
            Note::NobodyGetsIt => "Ninguém vai receber esta mensagem.",
            Note::OnlyAsked => "Foi apenas uma consulta ao outro servidor.",
            Note::PerhapsStored => "Ainda não sabemos se a mensagem foi guardada.",
            Note::TravelsOn => "A partir daí, ela segue como uma mensagem separada.",
            Note::InOurSystem => "Ela ainda está a caminho dentro do nosso sistema, ou foi processada lá.",
            Note::OursNotYours => {
                "A causa está em nosso servidor. Sua senha e suas configurações estão certas."
            }
            Note::NameOrPassword => "Nosso servidor não aceitou o nome de usuário ou a senha.",
            Note::SomethingWrong => "Algo deu errado durante a conexão.",
            Note::MarkLosesNothing => {
                "Só por isso, nenhuma mensagem se perde: uma mensagem marcada normalmente vai para a pasta de spam ou lixo eletrônico. Filtros como este funcionam automaticamente e às vezes erram."
            }
            Note::PartDown => "Uma parte do nosso servidor de e-mail não está funcionando direito.",
            Note::DownOrBlocked => {
                "O servidor de e-mail pode estar fora do ar, ou um firewall ou um provedor de internet bloqueia a conexão."
            }
        }
    }

    fn todo(&self, todo: Todo) -> &'static str {
        match todo {
            Todo::TheyDecide => {
                "Estamos pedindo ao provedor do destinatário que volte a aceitar nosso servidor. Nosso servidor continua tentando; se no fim a mensagem não puder ser entregue, o remetente receberá um aviso."
            }
            Todo::OtherPort => {
                "Configure o servidor de saída do seu aplicativo de e-mail ou dispositivo com a porta 587 ou 465 e ative a autenticação com seu endereço de e-mail completo e sua senha."
            }
            Todo::SlowerThere => {
                "Estamos verificando o que nosso servidor envia a esse provedor; vamos parar o que não é desejado e enviar o resto mais devagar. Nosso servidor continua tentando; se no fim uma mensagem não puder ser entregue, o remetente dela receberá um aviso. Se você envia newsletters, envie-as em pequenos lotes e só para quem pediu para recebê-las."
            }
            Todo::CheckTogether => {
                "Por favor, entre em contato com o destinatário por outro meio, como o telefone, e confira o endereço com ele. Se estiver certo, nos avise, e vamos verificar a conexão do nosso lado."
            }
            Todo::AfterTheHour => {
                "Nosso servidor não vai tentar de novo: envie a mensagem outra vez depois de uma hora e envie menos mensagens por vez. Para newsletters, use um serviço próprio para isso."
            }
            Todo::AskIfThere => {
                "Por favor, não envie a mensagem de novo; pergunte antes ao destinatário se ela já chegou."
            }
            Todo::OneAddress => {
                "Corrija o endereço: um só @, seguido do domínio, sem espaços nem ponto e vírgula. Se houver vários destinatários, informe cada um separadamente. Depois, envie a mensagem de novo."
            }
            Todo::DeleteCopies => {
                "Um aplicativo ou dispositivo novo faz isso uma vez. Se um aplicativo que você já usava mostra agora mensagens repetidas, você pode excluir as cópias nele; nada se perdeu. Se acontecer de novo, nos avise."
            }
            Todo::WholeUsername => {
                "Informe o endereço de e-mail completo como nome de usuário no aplicativo de e-mail."
            }
            Todo::OverIpv4 => {
                "Faça o programa se conectar por IPv4 ou peça que verifiquem a conexão IPv6 da máquina. Se ainda não houver resposta, peça a quem administra a rede que libere a porta."
            }
            Todo::Delist => {
                "Estamos pedindo a retirada do nosso servidor dessa lista. Por favor, espere nosso retorno antes de enviar a mensagem de novo."
            }
            Todo::CorrectRules => {
                "Corrija as regras e salve-as de novo. Se não souber como, nos avise, e vamos ajudar."
            }
            Todo::ClearCache => {
                "Limpe o cache ou reinicie o aplicativo ou site, para que as configurações sejam lidas de novo. Se não for você quem cuida disso, peça a quem cuida."
            }
            Todo::KeepTheCopy => {
                "As mensagens devem estar agora no dispositivo com esse aplicativo. Não exclua a conta nem as mensagens nesse dispositivo: pode ser a única cópia. Para usar a caixa de e-mail em vários dispositivos, configure-a como IMAP ou escolha nesse aplicativo deixar uma cópia no servidor. Podemos ajudar a trazer as mensagens de volta."
            }
            Todo::HostName => {
                "Nas configurações do dispositivo ou programa, informe como nome de host um nome completo com pontos, por exemplo, scanner.empresa.com.br. Se não houver essa opção, nos avise, e encontraremos outra solução."
            }
            Todo::AllGoOutLater => {
                "As mensagens não se perderam: nosso servidor continuará tentando por alguns dias. Se uma delas não puder ser entregue nesse prazo, o remetente dela receberá um aviso. Você não precisa fazer nada."
            }
            Todo::UpdateDevice => {
                "Atualize o aplicativo ou o software do dispositivo. Se não houver atualização, nos avise, e vamos encontrar outra solução."
            }
            Todo::PortOrDelist => {
                "Se foi o seu aplicativo de e-mail ou dispositivo, configure nele o servidor de saída com a porta 587 ou 465 e ative a autenticação. Se foi outro servidor de e-mail, o provedor dele precisa pedir a remoção da lista de bloqueio."
            }
            Todo::LiftBlock => {
                "Se esta for a sua conexão com a internet, procure nela um celular, computador ou scanner com uma senha de e-mail antiga e corrija-a. Depois, nos avise, e vamos remover o bloqueio."
            }
            Todo::OursAddress => {
                "Informaremos o que descobrirmos sobre este endereço. Se estiver escrito errado, o remetente precisa corrigi-lo e enviar a mensagem de novo."
            }
            Todo::CleanList => {
                "Retire os endereços incorretos da sua lista e envie a mensagem de novo depois de uma hora."
            }
            Todo::OursSenderAgain => {
                "Avisaremos quando isso voltar a funcionar. Depois, peça ao remetente que envie a mensagem de novo."
            }
            Todo::NotExpected => {
                "Se você não esperava a mensagem, não responda a ela nem abra os links ou anexos."
            }
            Todo::OnceItRuns => {
                "Nada se perdeu: nosso servidor vai continuar as entregas assim que isso for corrigido. Você não precisa fazer nada."
            }
            Todo::LetThrough => {
                "Vamos deixar esses servidores passar sem essa espera. Se a mensagem não tiver chegado até amanhã, avise-nos."
            }
            Todo::OursTheyRetry => {
                "Você não precisa fazer nada: os servidores de e-mail tentam de novo automaticamente, então a mensagem ainda pode chegar."
            }
            Todo::OursToo => "Nós também estamos verificando do nosso lado.",
            Todo::DomainNotSetUp => {
                "Se você quer receber e-mails neste endereço, nos avise, e vamos configurar o domínio no nosso servidor."
            }
            Todo::SetClock => {
                "É preciso ajustar a data, a hora e o fuso horário nesse dispositivo. Para encontrar a mensagem, procure pelo remetente ou ordene a lista pela data de recebimento."
            }
            Todo::LookInCatchAll => {
                "Procure por ela nessa caixa. Se este endereço deve ter uma caixa ou um alias próprio, avise-nos, e faremos a configuração."
            }
            Todo::SetUpService => {
                "Se um serviço envia e-mails por você, como newsletters ou uma loja, ative nele a assinatura do seu domínio e insira os registros que ele indicar. Podemos ajudar com isso."
            }
            Todo::CleanWebsite => {
                "Vamos suspender os e-mails do site até que ele esteja limpo. Peça para remover o script, atualizar o site e seus plugins e trocar as senhas dele."
            }
            Todo::ChangeStolen => {
                "Crie uma nova senha agora mesmo, em um dispositivo de confiança, e depois digite-a em todos os dispositivos. Avise quando terminar; nós vamos cancelar as mensagens que ainda aguardam envio."
            }
            Todo::AskCause => "Responda a esta mensagem, e diremos o que precisa ser mudado.",
            Todo::Nothing => "Você não precisa fazer nada.",
            Todo::NothingYet => "Por enquanto, você não precisa fazer nada.",
            Todo::Ours => {
                "Você não precisa mudar nenhuma configuração. Avisaremos quando o problema estiver resolvido."
            }
            Todo::TellWhat => "Se algo ainda não funcionar, diga o quê e quando, por favor.",
            Todo::GoesOutLater => WAITS,
            Todo::WaitForUs => LOST,
            Todo::Retried => {
                "Você não precisa fazer nada por enquanto. Se no fim a mensagem não puder ser entregue, o remetente receberá um aviso."
            }
            Todo::NoResend => "Você não precisa enviar a mensagem de novo.",
            Todo::NoticeInTheEnd => {
                "Se no fim não for possível entregar a mensagem, o remetente receberá um aviso."
            }
            Todo::SendLater => {
                "Por favor, envie a mensagem de novo daqui a algum tempo. Se ainda não funcionar, nos avise."
            }
            Todo::SendAgain => "Depois disso, envie a mensagem de novo.",
            Todo::OtherWay => {
                "Por favor, entre em contato com o destinatário por outro meio, como o telefone. Só ele ou o provedor de e-mail dele pode resolver isso."
            }
            Todo::IfUrgent => {
                "Por enquanto, você não precisa fazer nada. Se for urgente, entre em contato com o destinatário por outro meio."
            }
            Todo::Meanwhile => {
                "Por favor, entre em contato com o destinatário por outro meio enquanto investigamos melhor."
            }
            Todo::CheckAddress => {
                "Por favor, confirme o endereço com o destinatário, por telefone, por exemplo. Se o seu aplicativo de e-mail completa o endereço automaticamente, exclua antes essa sugestão."
            }
            Todo::CheckDomain => {
                "Confira a parte do endereço depois do símbolo @. Se estiver certa, avise o destinatário por outro meio, como o telefone, que o domínio dele não pode receber e-mails no momento."
            }
            Todo::NewAddress => {
                "Por favor, peça ao destinatário o novo endereço e escreva para esse endereço."
            }
            Todo::OtherAddress => "Por favor, use outro endereço do destinatário.",
            Todo::TellFull => {
                "Por favor, avise o destinatário por outro meio, como o telefone, que a caixa de e-mail dele está cheia."
            }
            Todo::OnceThereIsRoom => "Quando houver espaço, envie a mensagem de novo.",
            Todo::AskToAllow => {
                "Por favor, entre em contato com o destinatário por outro meio e peça que ele permita e-mails do seu endereço."
            }
            Todo::CheckSender => {
                "Confira, nas configurações do seu aplicativo de e-mail, se o endereço do remetente é o seu e está escrito corretamente."
            }
            Todo::SameAddress => {
                "Nas configurações do aplicativo de e-mail ou do site, use como remetente um endereço que exista e faça login com esse mesmo endereço."
            }
            Todo::OwnSender => {
                "Envie com o endereço da conta com a qual você faz login ou nos peça para liberar o outro."
            }
            Todo::Unblock => {
                "Estamos pedindo ao provedor do destinatário que volte a aceitar nosso servidor. Por favor, espere nosso retorno antes de enviar a mensagem de novo."
            }
            Todo::Newsletters => "Se você envia newsletters, escreva só para quem pediu para recebê-las.",
            Todo::SenderSignsIn => {
                "Só quem a enviou pode mudar isso: o servidor de saída no aplicativo de e-mail ou dispositivo precisa usar a porta 587 ou 465, com a autenticação ativada. Se você conhece o remetente, avise-o, por favor."
            }
            Todo::ConfirmFile => {
                "Se você espera este arquivo, pergunte ao remetente, por telefone, por exemplo, se é mesmo dele. Se for, nos avise, e vamos liberá-lo."
            }
            Todo::NoticesEnd => {
                "Você pode excluir esses avisos; em geral eles param depois de alguns dias. Trocar a senha não muda isso."
            }
            Todo::Release => "Se você espera esta mensagem, nos avise, e vamos liberá-la.",
            Todo::AskTheirs => {
                "Peça ao provedor desse servidor que renove o certificado. Até lá, não é possível buscar e-mails nele."
            }
            Todo::OurRoute => {
                "Se a mensagem não passou pelo nosso servidor, envie-a pelo servidor de saída que informamos a você."
            }
            Todo::DomainRecords => {
                "Se você ou outra pessoa administra os registros do domínio, podemos informar quais configurar."
            }
            Todo::DelistDomain => {
                "Verifique se não há uso indevido do seu site e das suas caixas de e-mail e depois solicite à lista a remoção do domínio. Podemos ajudar com isso."
            }
            Todo::NotYou => "Se você não enviou esta mensagem, altere sua senha e nos avise, por favor.",
            Todo::ScanDevice => {
                "Por favor, faça uma verificação de vírus no seu dispositivo e não envie este arquivo de novo."
            }
            Todo::ShareFile => "Por favor, compartilhe o arquivo de outra forma, como por um link.",
            Todo::ShareOrSplit => "Compartilhe os arquivos por um link ou divida-os em várias mensagens.",
            Todo::ShareOrOtherApp => {
                "Compartilhe o arquivo por um link ou envie a mensagem por outro aplicativo de e-mail."
            }
            Todo::UpdateProgram => {
                "Atualize o aplicativo de e-mail ou o plugin do site que enviou a mensagem. Se já estiver atualizado, diga qual é, e vamos investigar melhor."
            }
            Todo::CheckProgram => {
                "Confira as configurações do programa que fez o envio e, se for antigo, atualize-o."
            }
            Todo::Authenticate => {
                "Ative a autenticação do servidor de saída no seu aplicativo de e-mail ou dispositivo (um scanner ou uma impressora, por exemplo), com seu endereço de e-mail completo, sua senha e a porta 587 ou 465."
            }
            Todo::ProgramAuthenticates => {
                "Ative a autenticação do servidor de saída nas configurações do programa ou dispositivo, com seu endereço de e-mail completo e sua senha."
            }
            Todo::ModernSignIn => {
                "Use um aplicativo ou programa que faça login na página do próprio provedor ou nos peça outra forma de enviar. Uma nova senha não vai resolver."
            }
            Todo::AskAdministrator => {
                "Primeiro, defina uma nova senha, caso outra pessoa esteja usando a conta. Depois, peça ao administrador da sua organização que providencie a remoção do bloqueio."
            }
            Todo::EnterPassword => {
                "Digite de novo o nome de usuário e a senha no seu aplicativo de e-mail. Se isso não resolver, crie uma nova senha."
            }
            Todo::Slower => {
                "Espere um pouco e envie menos mensagens de uma vez. Para newsletters, use um serviço próprio para isso."
            }
            Todo::DidNotSendMany => {
                "Se você não enviou tantas mensagens, altere sua senha e nos avise, por favor."
            }
            Todo::FewerAtOnce => {
                "Se você escreveu para muitas pessoas de uma vez, envie para menos por vez. Caso contrário, basta esperar."
            }
            Todo::CheckForwards => {
                "Se você encaminha seus e-mails, confira se nenhum encaminhamento leva de volta ao ponto de partida."
            }
            Todo::TellFilterBroken => {
                "Por favor, avise o destinatário por outro meio que um filtro ou uma resposta automática da caixa de e-mail dele não funciona. Depois da correção, envie a mensagem de novo."
            }
            Todo::AllowAgain => "Confira o endereço. Se estiver certo, nos peça para liberá-lo de novo.",
            Todo::NoMoreMailings => {
                "Por favor, não envie mais mensagens de divulgação para este destinatário."
            }
            Todo::WholeNotice => {
                "Por favor, envie para nós o aviso completo que você recebeu, para que possamos investigar melhor."
            }
            Todo::SetUpMailbox => {
                "Se o endereço estiver escrito errado, peça ao remetente que o corrija. Se estiver certo, confira na sua conta se a caixa de e-mail ou o alias existe, ou nos peça para criá-lo."
            }
            Todo::MakeRoom => {
                "Exclua as mensagens de que não precisa mais e esvazie a lixeira, ou nos peça mais espaço."
            }
            Todo::AskWhyDisabled => {
                "Por favor, entre em contato conosco para saber por que a caixa de e-mail está desativada e como reativá-la."
            }
            Todo::AskSenderSettings => {
                "Por favor, peça ao remetente que mande verificar as configurações de e-mail dele."
            }
            Todo::SenderDelists => {
                "Por favor, avise o remetente que o provedor de e-mail dele precisa pedir a remoção do servidor da lista de bloqueio."
            }
            Todo::SenderName => {
                "Por favor, avise o remetente que o provedor de e-mail dele precisa configurar um nome correspondente para o servidor de envio."
            }
            Todo::SenderRecords => {
                "Se você conhece o remetente, avise que os registros do domínio dele precisam ser completados."
            }
            Todo::SenderScans => "Se você conhece o remetente, peça que ele verifique o próprio dispositivo.",
            Todo::SenderShares => {
                "Por favor, peça ao remetente que compartilhe o arquivo de outra forma, como por um link."
            }
            Todo::TellIfWanted => "Se você quer receber e-mails deste remetente, nos avise, por favor.",
            Todo::Suggest => "Fale conosco, e podemos sugerir o que mudar.",
            Todo::TellDomain => {
                "Por favor, informe seu domínio e quando a mensagem foi enviada, para que possamos verificar como o domínio está configurado."
            }
            Todo::AFewHours => "Por favor, espere algumas horas. Se a mensagem não tiver chegado, nos avise.",
            Todo::TellMissing => {
                "Você não precisa mudar nenhuma configuração. Se faltarem mensagens, nos avise, por favor."
            }
            Todo::CheckOwnForwards => {
                "Confira os encaminhamentos da caixa de e-mail ou nos peça para verificar."
            }
            Todo::TurnOffFilters => {
                "Desative por um momento os filtros e as respostas automáticas da caixa de e-mail ou nos peça para verificar."
            }
            Todo::TellUs => "Fale conosco, e vamos descobrir o motivo.",
            Todo::TellWhoAndWhen => {
                "Se faltar uma mensagem, diga quem a enviou e quando, e vamos descobrir o motivo."
            }
            Todo::OthersRetry => {
                "Outros servidores tentam de novo automaticamente; em um aplicativo de e-mail, envie a mensagem de novo daqui a algum tempo."
            }
            Todo::IfMissingTheirs => {
                "Se a mensagem não aparecer, peça ao destinatário que confira a pasta de spam ou lixo eletrônico. Se não estiver lá, o provedor de e-mail dele pode localizá-la."
            }
            Todo::IfMissingHere => {
                "Se não encontrar a mensagem, confira a pasta de spam ou lixo eletrônico, as outras pastas e as regras de filtro da caixa de e-mail."
            }
            Todo::IfMissingRule => "Se a mensagem deveria ter chegado, nos avise, e vamos verificar a regra.",
            Todo::IfMissingForward => {
                "Se a mensagem não aparecer lá, nos avise, e vamos rastrear a mensagem encaminhada."
            }
            Todo::IfMissingTell => {
                "Se a mensagem não aparecer, nos avise, e vamos verificar o que aconteceu depois."
            }
            Todo::IfMissingResend => {
                "Se a mensagem não aparecer depois que isso for corrigido, envie-a de novo, por favor."
            }
            Todo::IfMissingOpen => {
                "Por enquanto, você não precisa fazer nada. Se a mensagem não aparecer, nos avise, e vamos verificar o que aconteceu depois."
            }
            Todo::LookInSpamFolder => {
                "Se você estava esperando esta mensagem, procure nessa pasta e marque-a como “Não é spam”."
            }
            Todo::SentItMarked => "Se foi você quem a enviou, fale conosco, e podemos sugerir o que mudar.",
            Todo::TryAgain => "Por favor, tente de novo. Se acontecer outra vez, nos diga quando.",
            Todo::Password => SIGN_IN,
            Todo::TellIfWrong => "Se algo não funcionar, diga o quê e quando, e vamos verificar.",
            Todo::WhatWanted => {
                "Por favor, diga o que você queria fazer, e de onde, para que possamos investigar melhor."
            }
            Todo::TellAll => {
                "Por favor, informe o remetente, o destinatário e o horário, para que possamos investigar melhor."
            }
            Todo::FreeAccountSpace => {
                "Exclua arquivos ou mensagens de que não precisa mais; os arquivos do site também contam. Se precisar de mais espaço, nos avise."
            }
            Todo::NewPassword => "Por favor, crie uma nova senha e depois a digite em todos os dispositivos.",
            Todo::TurnOnEncryption => {
                "Ative a criptografia para o recebimento e o envio de e-mails nas configurações do aplicativo. Podemos informar quais opções escolher."
            }
            Todo::MatchPorts => {
                "Se era o seu aplicativo de e-mail, confira se a porta e a criptografia combinam: STARTTLS para 587, SSL/TLS para 465, 993 e 995."
            }
        }
    }

    fn clicks(&self, app: App, fix: Fix) -> &'static str {
        match (app, fix) {
            (App::Outlook, Fix::Password | Fix::Outgoing) => {
                "No novo Outlook, abra Configurações > Contas > Suas contas > Gerenciar, remova a conta e adicione-a de novo; em “Mostrar mais” ficam os dados do servidor."
            }
            (App::Outlook, Fix::Autocomplete) => {
                "No novo Outlook, comece uma nova mensagem, digite as primeiras letras do endereço e clique no X ao lado da sugestão antiga."
            }
            (App::OutlookClassic, Fix::Password | Fix::Outgoing) => {
                "No Outlook, abra Arquivo > Configurações de Conta > Configurações do Servidor; o recebimento e o envio têm campos separados."
            }
            (App::OutlookClassic, Fix::Autocomplete) => {
                "No Outlook, comece uma nova mensagem, digite as primeiras letras do endereço e clique no X ao lado da sugestão antiga."
            }
            (App::AppleMail, Fix::Password | Fix::Outgoing) => {
                "No Mail do Mac, abra Mail > Ajustes > Contas, escolha a conta e abra “Ajustes do Servidor”; o recebimento e o envio têm campos separados."
            }
            (App::AppleMail, Fix::Autocomplete) => {
                "No Mail do Mac, abra Janela > Destinatários Anteriores, escolha o endereço e clique em “Remover da Lista”."
            }
            (App::Iphone, Fix::Password) => {
                "No iPhone ou iPad, abra Ajustes > Apps > Mail > Contas do Mail, escolha a conta e abra os ajustes dela; digite a senha ali e também no servidor de e-mail de saída."
            }
            (App::Iphone, Fix::Outgoing) => {
                "No iPhone ou iPad, abra Ajustes > Apps > Mail > Contas do Mail, escolha a conta e abra, nos ajustes dela, o servidor de e-mail de saída e depois o servidor principal; preencha também ali o nome de usuário e a senha."
            }
            (App::Iphone, Fix::Autocomplete) => {
                "No iPhone ou iPad, comece uma nova mensagem, digite as primeiras letras do endereço, toque no ⓘ ao lado da sugestão antiga e escolha a opção de remover dos recentes."
            }
            (App::Gmail, Fix::Password) => {
                "No aplicativo Gmail, abra Menu > Configurações, escolha a conta e digite a senha tanto em “Configurações de entrada” quanto em “Configurações de saída”."
            }
            (App::Gmail, Fix::Outgoing) => {
                "No aplicativo Gmail, abra Menu > Configurações, escolha a conta e abra “Configurações de saída”; ative ali a opção “Exigir login”."
            }
            (App::Gmail, Fix::Autocomplete) => {
                "No aplicativo Contatos do Google, procure o endereço, abra o registro antigo e exclua-o."
            }
            (App::Thunderbird, Fix::Password) => {
                "No Thunderbird, abra Configurações > Privacidade e segurança > Senhas salvas e remova as entradas desta caixa de e-mail; depois, o Thunderbird pedirá a nova senha."
            }
            (App::Thunderbird, Fix::Outgoing) => {
                "No Thunderbird, abra Configurações da conta > Servidor de envio, escolha o servidor e clique em “Editar”."
            }
            (App::Thunderbird, Fix::Autocomplete) => {
                "No Thunderbird, abra Catálogo de endereços > Endereços coletados e exclua o registro antigo."
            }
            (App::Roundcube, Fix::Password) => "No webmail, saia e faça login de novo com a nova senha.",
            (App::Roundcube, Fix::Outgoing) => "",
            (App::Roundcube, Fix::Autocomplete) => {
                "No webmail, abra Contatos > Destinatários coletados e exclua o registro antigo."
            }
        }
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Size { size, limit, ours } => {
                let size = size.replace('.', ",");
                let limit = limit.replace('.', ",");
                let by = if *ours { "nosso servidor" } else { "o servidor de e-mail do destinatário" };
                format!(
                    "A mensagem com os anexos tem {size} MB, e {by} aceita no máximo {limit} MB. Os anexos aumentam cerca de um terço no envio."
                )
            }
            Fact::Points { got, enough } => {
                let got = got.replace('.', ",");
                let enough = enough.replace('.', ",");
                format!(
                    "A mensagem recebeu {got} pontos; a partir de {enough}, nosso servidor não aceita as mensagens."
                )
            }
            Fact::PerHour { limit } => format!(
                "Nosso servidor envia no máximo {limit} mensagens por hora do seu domínio, e esse limite tinha sido atingido."
            ),
            Fact::Attachment { name } => format!(
                "Nosso filtro não deixa passar o anexo {name}: arquivos desse tipo podem conter programas nocivos."
            ),
            Fact::BlockList { list } => format!(
                "O servidor que enviou a mensagem está em uma lista de bloqueio ({list}). O motivo é o servidor, não você nem sua mensagem."
            ),
            Fact::RuleWord { line, word } => format!(
                "A linha {line} das regras usa “{word}”, que não está declarado na primeira linha (require) ou está escrito errado."
            ),
            Fact::RuleLine { line } => format!("Há um erro na linha {line} das regras."),
            Fact::RuleAsks { word } => {
                format!("As regras pedem “{word}”, que nosso servidor não oferece no momento.")
            }
            Fact::Folder { folder } => format!("Ela está na pasta {folder}."),
            Fact::HeldUp { server, stay } => format!(
                "No caminho, o servidor {server} reteve a mensagem{}, antes que o servidor de e-mail seguinte a aceitasse.",
                between(stay)
            ),
            Fact::Misspelled { domain, meant } => {
                format!("O domínio {domain} não existe. Provavelmente era para ser {meant}.")
            }
            Fact::Origin { domain } => format!(
                "A verificação de que a mensagem vem mesmo de {domain} falhou. A mensagem pode ser falsa, ou o serviço que a enviou não consta nos registros de {domain}."
            ),
            Fact::AcceptedFor { to } => format!("Para {}, ele aceitou a mensagem.", names(to)),
        }
    }

    fn advice(&self, advice: &Advice) -> String {
        match advice {
            Advice::SenderAddress { account } => format!(
                "Nas configurações do aplicativo de e-mail ou do dispositivo, coloque {account} como endereço do remetente. Se precisar do outro endereço, nos peça para liberá-lo."
            ),
            Advice::Corrected { address } => {
                format!("Corrija o endereço, provavelmente para {address}, e envie a mensagem de novo.")
            }
            Advice::ServerName { server } => {
                format!(
                    "Nas configurações, use {server} como nome do servidor, em todos os lugares onde estiver o outro nome."
                )
            }
            Advice::Records { domain } => format!(
                "Os registros do domínio {domain} precisam indicar que nosso servidor pode enviar os e-mails dele. Se você os administra, nos pergunte o que colocar; se nós os administramos para você, nos avise, e faremos isso."
            ),
            Advice::Promise { next, end } => format!(
                "Nosso servidor tentará de novo em {}. Se não for possível entregar a mensagem até {}, o remetente receberá um aviso.",
                moment(next),
                moment(end)
            ),
        }
    }

    fn defect(&self, defect: Defect) -> &'static str {
        match defect {
            Defect::Storage => "Nosso servidor de e-mail não tem mais espaço para salvar novas mensagens.",
            Defect::Disk => "Um disco do nosso servidor de e-mail não está funcionando direito.",
            Defect::AccountSpace => "Uma conta de hospedagem usou todo o espaço em disco disponível.",
            Defect::MailboxFull => "Uma caixa de e-mail está cheia.",
            Defect::MailboxDamaged => {
                "Uma caixa de e-mail do nosso servidor, ou uma mensagem dentro dela, está danificada."
            }
            Defect::Index => {
                "Uma lista que agiliza a abertura das pastas foi danificada. Nosso servidor a refaz a partir das mensagens."
            }
            Defect::Permission => {
                "Um programa do nosso servidor de e-mail não tem permissão para usar um arquivo ou serviço de que precisa."
            }
            Defect::Missing => "Nosso servidor de e-mail não encontra um arquivo ou pasta de que precisa.",
            Defect::Locked => {
                "Uma caixa de e-mail ou um arquivo ficou tempo demais em uso por outro programa."
            }
            Defect::Name => {
                "Um nome é longo demais ou contém caracteres que nosso servidor de e-mail não consegue ler."
            }
            Defect::FileLimit => "Um arquivo do nosso servidor de e-mail atingiu o tamanho máximo.",
            Defect::Clock => "O relógio do nosso servidor de e-mail está errado.",
            Defect::Memory => {
                "Um programa do nosso servidor de e-mail precisa de mais memória do que consegue obter."
            }
            Defect::Overload => "Nosso servidor de e-mail tem tarefas demais ao mesmo tempo.",
            Defect::Stopped => "Uma parte do nosso servidor de e-mail está parada.",
            Defect::Restart => "Uma parte do nosso servidor de e-mail foi reiniciada.",
            Defect::Settings => "Uma configuração do nosso servidor de e-mail está errada.",
            Defect::Queue => {
                "Nosso servidor de e-mail está com problemas nos arquivos em que guarda as mensagens em espera."
            }
            Defect::MailboxClosed => "Nosso servidor de e-mail não consegue abrir uma caixa de e-mail.",
            Defect::FilterRules => "As regras de filtro de uma caixa de e-mail não funcionam.",
            Defect::Signing => "Nosso servidor de e-mail não consegue assinar as mensagens enviadas.",
            Defect::Database => "Nosso servidor de e-mail não consegue consultar dados de que precisa.",
            Defect::DatabaseSettings => {
                "Uma configuração do banco de dados de usuários do nosso servidor de e-mail está errada."
            }
            Defect::DatabaseDamaged => "O banco de dados do nosso servidor de e-mail está danificado.",
            Defect::SignIn => {
                "A parte do nosso servidor de e-mail que verifica as senhas não está funcionando."
            }
            Defect::AccountLocked => {
                "Uma conta está bloqueada ou expirou, por isso o login nela não funciona."
            }
            Defect::PasswordExpired => "A senha de uma caixa de e-mail expirou.",
            Defect::WrongPassword => "Alguém tentou fazer login com um nome de usuário ou uma senha errada.",
            Defect::Guessing => "Alguém tentou adivinhar senhas em nosso servidor de e-mail.",
            Defect::NoEncryption => {
                "Um aplicativo de e-mail tentou fazer login sem criptografia, e nosso servidor não permite isso."
            }
            Defect::Mismatch => {
                "Um aplicativo de e-mail ou outro servidor se conectou com uma criptografia e uma porta que não combinam."
            }
            Defect::OurCertificate => {
                "Um aplicativo de e-mail ou outro servidor não aceitou o certificado de segurança do nosso servidor de e-mail."
            }
            Defect::OurCertificateExpired => {
                "Um aplicativo de e-mail ou outro servidor informou que o certificado de segurança do nosso servidor de e-mail expirou."
            }
            Defect::CertificateFile => {
                "Nosso servidor de e-mail não consegue usar o próprio certificado de segurança ou a chave correspondente."
            }
            Defect::TheirCertificate => {
                "Nosso servidor de e-mail não aceitou o certificado de segurança de outro servidor."
            }
            Defect::Encryption => {
                "Nosso servidor de e-mail e um aplicativo ou outro servidor não chegaram a um acordo sobre como criptografar a conexão."
            }
            Defect::Connection => {
                "Nosso servidor de e-mail não consegue estabelecer uma conexão de que precisa."
            }
            Defect::Cut => "Uma conexão caiu antes que tudo fosse concluído.",
            Defect::Network => "Uma parte do nosso servidor de e-mail não consegue usar a rede.",
            Defect::Lookup => "Nosso servidor de e-mail não consegue consultar o nome de outro servidor.",
            Defect::ServerName => "Nosso servidor de e-mail não encontra um servidor pelo nome.",
            Defect::Filter => {
                "Uma parte do nosso servidor de e-mail que verifica as mensagens não está funcionando."
            }
            Defect::Delivery => {
                "A parte do nosso servidor de e-mail que coloca as mensagens nas caixas não está funcionando."
            }
            Defect::Webmail => "O webmail não está funcionando.",
            Defect::Minor => {
                "Uma pequena parte do nosso servidor de e-mail, que não afeta nenhuma mensagem, não está funcionando."
            }
            Defect::Scanner => "Um navegador ou um programa de varredura acessou nosso servidor de e-mail.",
        }
    }
}
