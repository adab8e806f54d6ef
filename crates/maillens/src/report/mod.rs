//! What leaves the engine: the export that programs read, and the texts that people read.

pub mod customer;
pub mod document;
mod engineer;
mod forward;
pub(crate) mod letter;
pub use crate::export;
pub mod lines;
pub mod rows;
pub mod table;

use crate::explain::words::count;
use crate::log::Log;
use crate::time::{tai64n, tai64nlocal, zone::Zone};
use crate::vocabulary::{Outcome, TraceType};
use export::{Party, Summary};

/// The input with each TAI64N label at the start of a line written as `tai64nlocal` writes it; all else
/// byte for byte.
pub fn stamps(input: &[u8], zone: &Zone) -> Vec<u8> {
    let mut out = Vec::with_capacity(input.len() + input.len() / 16);
    for line in input.split_inclusive(|&byte| byte == b'\n') {
        let written = tai64n::label(line).and_then(|(unix, nanos)| tai64nlocal(unix, nanos, zone));
        match written {
            Some(written) => {
                out.extend_from_slice(written.as_bytes());
                out.extend_from_slice(&line[tai64n::LENGTH..]);
            }
            None => out.extend_from_slice(line),
        }
    }
    out
}

/// What is said where a log holds secrets.
pub fn secrets(summary: &Summary) -> Option<String> {
    let lines = summary.secrets.max(u32::from(summary.passwords));
    (lines > 0).then(|| {
        let hold = if lines == 1 { "holds" } else { "hold" };
        let lines = count(lines as usize, "line");
        format!(
            "{lines} of this log {hold} a password, hash, token or key. It's masked here. Whoever can read the log knows it, so have it changed."
        )
    })
}

/// Who must act, for who reads the log.
pub fn acts(kind: TraceType, party: Party) -> &'static str {
    match party {
        Party::Sender => "the sender",
        // Who logs in receives nothing.
        Party::Recipient if kind == TraceType::Session => "the mailbox's user",
        Party::Recipient => "the recipient",
        Party::OurServer => "you, on this server",
        Party::TheirServer => "the other server's administrator",
        Party::Dns => "the domain's DNS administrator",
        Party::Nobody => "nobody",
    }
}

/// The explanations of these traces, for a terminal.
pub fn text(log: &Log, traces: &[u32]) -> String {
    rows::of_log(log)
        .into_iter()
        .chain(rows::of_traces(log, traces))
        .chain(rows::unread(log))
        .map(|row| row.plain())
        .collect()
}

/// True for a message that has left the queue, so that nobody tries it any more.
fn has_left(log: &Log, trace: &export::Trace) -> bool {
    log.indexed(trace.trace).is_some_and(|of| of.ended) || trace.outcome == Outcome::Failed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_cause_and_consequence_are_told_once() {
        let log = Log::read(
            b"Dec 11 16:21:35 mx dovecot: master: Error: service(auth): Initial status notification not received in 30 seconds, killing the process\n\
            Dec 11 16:21:35 mx dovecot: auth: Fatal: master: service(auth): child 175 killed with signal 9\n",
            crate::settings::Settings::at(1_800_000_000),
        );
        let text = text(&log, &log.order());
        assert_eq!(text.matches("doveadm log errors | grep auth").count(), 1, "{text}");
        assert_eq!(text.matches("Who must act").count(), 1, "{text}");
    }

    #[test]
    fn what_two_programs_tell_of_one_refusal_is_told_once() {
        let log = Log::read(
            b"Feb  9 10:33:02 mx policyd-spf[5120]: 550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=a@shop.example;ip=203.0.113.61;r=<UNKNOWN>\n\
            Feb  9 10:33:02 mx postfix/smtpd[5112]: NOQUEUE: reject: RCPT from web.far.example[203.0.113.61]: 550 5.7.23 <anna@client.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=a@shop.example;ip=203.0.113.61;r=<UNKNOWN>; from=<a@shop.example> to=<anna@client.example> proto=ESMTP helo=<web.far.example>\n",
            crate::settings::Settings::at(1_800_000_000),
        );
        let text = text(&log, &log.order());
        assert_eq!(text.matches("Who must act").count(), 1, "{text}");
        assert_eq!(text.matches("  Also: ").count(), 1, "{text}");
    }

    #[test]
    fn an_apps_report_of_what_the_log_tells_is_told_once() {
        let tells = [
            // The same answer.
            "An error occurred while sending mail. The mail server responded:\n4.3.5 <ben@client.example>: Recipient address rejected: Server configuration problem.\n\n\
            Jul  1 21:13:39 mail postfix/submission/smtpd[15]: NOQUEUE: reject: RCPT from unknown[192.0.2.206]: 451 4.3.5 <ben@client.example>: Recipient address rejected: Server configuration problem; from=<anna@shop.example> to=<ben@client.example> proto=ESMTP helo=<pc>\n",
            // The same kind of trouble.
            "Ticket: \"fetching mail stops, error: -ERR [IN-USE]\"\n\n\
            Feb 25 06:00:01 mx dovecot: pop3-login: Login: user=<anna@shop.example>, method=PLAIN, rip=198.51.100.20, lip=192.0.2.14, mpid=31200, TLS, session=<0QmKx6BLpMLGM2QU>\n\
            Feb 25 06:03:01 mx dovecot: pop3(anna@shop.example)<31200><0QmKx6BLpMLGM2QU>: Error: Timeout (180s) while waiting for lock for transaction log file /srv/mail/anna/dovecot.index.log (WRITE lock held by pid 11873)\n\
            Feb 25 06:03:01 mx dovecot: pop3(anna@shop.example)<31200><0QmKx6BLpMLGM2QU>: Error: Couldn't open INBOX: Timeout while waiting for lock\n\
            Feb 25 06:03:01 mx dovecot: pop3(anna@shop.example)<31200><0QmKx6BLpMLGM2QU>: Disconnected: Mailbox init failed top=0/0, retr=0/0, del=0/0, size=0\n",
        ];
        for paste in tells {
            let log = Log::read(paste.as_bytes(), crate::settings::Settings::at(1_800_000_000));
            let text = text(&log, &log.order());
            assert_eq!(text.matches("Who must act: you, on this server").count(), 1, "{text}");
            assert_eq!(text.matches("  Also: ").count(), 1, "{text}");
        }
    }

    #[test]
    fn messages_that_wait_for_one_cause_are_told_with_it_once() {
        let line = |id: u32, to: &str| {
            format!(
                "Aug 19 11:40:07 mx postfix/smtp[3]: {id}C2E11A: to=<a@{to}>, relay=none, delay=9, delays=8/0/1/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name={to} type=MX: Host not found, try again)\n"
            )
        };
        let lines = [line(10, "shop.example"), line(11, "client.example"), line(12, "far.example")].concat();
        let log = Log::read(lines.as_bytes(), crate::settings::Settings::at(1_800_000_000));
        let text = text(&log, &log.order());
        assert_eq!(text.matches("its own resolver is at fault").count(), 1, "{text}");
        assert_eq!(text.matches("  Also: Still trying to deliver to a@").count(), 2, "{text}");
    }
}
