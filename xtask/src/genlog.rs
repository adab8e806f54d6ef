//! Makes logs of any size for the benchmarks: messages that overlap, numbers that are used again, every
//! outcome. The same server and size always give the same bytes.

use std::collections::VecDeque;
use std::io::{self, BufWriter, Write};

/// How many messages live at once.
const LIVING: u32 = 600;

/// Whose log it is.
#[derive(Clone, Copy)]
pub enum Server {
    /// qmail-send behind multilog.
    Qmail,
    /// Postfix in syslog.
    Postfix,
    /// Exim's own main log.
    Exim,
    /// Dovecot in syslog.
    Dovecot,
}

impl Server {
    /// All of them.
    pub const ALL: [Server; 4] = [Server::Qmail, Server::Postfix, Server::Exim, Server::Dovecot];

    /// The id of one of its messages.
    pub fn some_id(self) -> &'static str {
        match self {
            Server::Qmail => "10300299",
            Server::Postfix => "01000003E8",
            Server::Exim => "1x0000-001000-00",
            Server::Dovecot => "00000000000003e8",
        }
    }

    /// Its name in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Server::Qmail => "qmail",
            Server::Postfix => "postfix",
            Server::Exim => "exim",
            Server::Dovecot => "dovecot",
        }
    }

    /// All lines of a message, without their stamps.
    fn message(self, random: &mut Random, place: u32, serial: &mut u32) -> VecDeque<String> {
        match self {
            Server::Qmail => qmail(random, 10_300_000 + place, serial),
            Server::Postfix => postfix(random, serial),
            Server::Exim => exim(random, serial),
            Server::Dovecot => dovecot(random, serial),
        }
    }

    /// What stands in front of a line, this many nanoseconds after the start.
    fn stamp(self, nanos: u64) -> String {
        let (seconds, nanos) = (nanos / 1_000_000_000, nanos % 1_000_000_000);
        let (day, of_day) = (1 + seconds / 86_400, seconds % 86_400);
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        match self {
            Server::Qmail => format!("@{:016x}{nanos:08x} ", 0x4000_0000_6500_0000 + seconds),
            Server::Postfix | Server::Dovecot => format!("Nov {day:2} {hour:02}:{minute:02}:{second:02} mx "),
            Server::Exim => format!("2026-11-{day:02} {hour:02}:{minute:02}:{second:02} "),
        }
    }
}

/// Writes a log of about this many bytes.
pub fn write(out: impl Write, server: Server, size: u64) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, out);
    let mut random = Random(1);
    let (mut written, mut nanos, mut serial) = (0, 0, 0);
    let mut living: Vec<VecDeque<String>> = (0..LIVING).map(|_| VecDeque::new()).collect();
    while written < size {
        nanos += u64::from(random.below(40_000_000));
        let place = random.below(LIVING);
        let message = &mut living[place as usize];
        if message.is_empty() {
            *message = server.message(&mut random, place, &mut serial);
        }
        let line = server.stamp(nanos) + message.pop_front().as_deref().unwrap_or_default() + "\n";
        out.write_all(line.as_bytes())?;
        written += line.len() as u64;
    }
    out.flush()
}

/// Of what a log can hold very many.
#[derive(Clone, Copy)]
pub enum Crowd {
    /// Hosts that write into one log.
    Hosts,
    /// Connections of one client that are open at once.
    Connections,
    /// Sessions of one user that are open at once.
    Sessions,
    /// Recipients of one message.
    Recipients,
    /// Lines with a name, a domain and an address of their own each.
    Names,
    /// This again and again in one line.
    Of(&'static str),
}

/// Writes a log of so many of one thing.
pub fn crowd(out: impl Write, crowd: Crowd, count: u32) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, out);
    let tai = "@4000000064c12d0636a8f9c4";
    let syslog = "Nov 21 19:05:29";
    if let Crowd::Recipients = crowd {
        writeln!(out, "{tai} new msg 7\n{tai} info msg 7: bytes 9 from <a@b.example> qp 1 uid 1")?;
    }
    for n in 0..count {
        match crowd {
            Crowd::Hosts => writeln!(out, "{syslog} mx{n} postfix/qmgr[77]: D570D9B84C2: removed")?,
            Crowd::Connections => writeln!(out, "{tai} tcpserver: pid {n} from 192.0.2.1")?,
            Crowd::Sessions => writeln!(
                out,
                "{syslog} mx dovecot: imap-login: Login: user=<ana@shop.example>, method=PLAIN, rip=192.0.2.7, lip=198.51.100.1, mpid={n}, TLS"
            )?,
            Crowd::Recipients => writeln!(
                out,
                "{tai} starting delivery {n}: msg 7 to remote {n}@b.example\n{tai} delivery {n}: success: did_0+0+1/"
            )?,
            Crowd::Names => {
                writeln!(out, "u{n}x@d{n}x.test from 10.{}.{}.7", n >> 8 & 255, n & 255)?;
            }
            Crowd::Of(what) => out.write_all(what.as_bytes())?,
        }
    }
    out.flush()
}

fn qmail(random: &mut Random, number: u32, serial: &mut u32) -> VecDeque<String> {
    let (bytes, sender, qp) = (random.below(60_000) + 500, random.below(900), random.below(30_000));
    let mut lines = VecDeque::from([
        format!("new msg {number}"),
        format!(
            "info msg {number}: bytes {bytes} from <person{sender}@sender{sender}.example> qp {qp} uid 108"
        ),
    ]);
    for _ in 0..=random.below(3) {
        *serial += 1;
        let (user, host, server, id) =
            (random.below(5_000), random.below(900), random.below(250), random.below(u32::MAX));
        lines.push_back(if random.below(3) == 0 {
            format!(
                "starting delivery {serial}: msg {number} to local d{host}.example-u{user}@d{host}.example"
            )
        } else {
            format!("starting delivery {serial}: msg {number} to remote u{user}@host{host}.example")
        });
        // At 0, qmail says that nothing is being delivered.
        let busy = random.below(200) + 1;
        lines.push_back(format!("status: local {}/10 remote {busy}/255", busy % 10 + 1));
        let result = match random.below(12) {
            0 => format!(
                "failure: 192.0.2.{server}_does_not_like_recipient./Remote_host_said:_550_5.1.1_No_such_user/Giving_up_on_192.0.2.{server}./"
            ),
            1 => format!("deferral: Connected_to_192.0.2.{server}_but_connection_died._(#4.4.2)/"),
            2..6 => "success: did_0+0+1/".to_owned(),
            _ => format!(
                "success: 192.0.2.{server}_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_{id:X}/"
            ),
        };
        lines.push_back(format!("delivery {serial}: {result}"));
        lines.push_back(format!("status: local {}/10 remote {busy}/255", busy % 10));
    }
    lines.push_back(format!("end msg {number}"));
    lines
}

fn postfix(random: &mut Random, serial: &mut u32) -> VecDeque<String> {
    *serial += 1;
    let id = format!("{:010X}", 0x1_0000_0000 + u64::from(*serial));
    let (pid, host, size) = (1000 + random.below(9000), random.below(250), random.below(60_000) + 500);
    let client = format!("client{host}.example[192.0.2.{host}]");
    let recipients = 1 + random.below(3);
    let mut lines = VecDeque::from([
        format!("postfix/smtpd[{pid}]: connect from {client}"),
        format!("postfix/smtpd[{pid}]: {id}: client={client}"),
        format!("postfix/cleanup[{}]: {id}: message-id=<{serial}.{pid}@client{host}.example>", pid + 1),
        format!(
            "postfix/qmgr[900]: {id}: from=<person{host}@sender{host}.example>, size={size}, nrcpt={recipients} (queue active)"
        ),
        format!(
            "postfix/smtpd[{pid}]: disconnect from {client} ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5"
        ),
    ]);
    for _ in 0..recipients {
        let (user, host, server) = (random.below(5_000), random.below(900), random.below(250));
        let (dsn, result) = match random.below(12) {
            0 => (
                "5.1.1",
                "bounced (host 192.0.2.7[192.0.2.7] said: 550 5.1.1 No such user (in reply to RCPT TO command))",
            ),
            1 => ("4.4.1", "deferred (connect to 192.0.2.7[192.0.2.7]:25: Connection timed out)"),
            _ => ("2.0.0", "sent (250 2.0.0 Ok: queued as 4F7C21)"),
        };
        lines.push_back(format!("postfix/smtp[{}]: {id}: to=<u{user}@host{host}.example>, relay=mx{server}.example[192.0.2.{server}]:25, delay=0.5, delays=0.1/0/0.2/0.2, dsn={dsn}, status={result}", pid + 2));
    }
    lines.push_back(format!("postfix/qmgr[900]: {id}: removed"));
    lines
}

fn exim(random: &mut Random, serial: &mut u32) -> VecDeque<String> {
    *serial += 1;
    let id = format!("1x{:04}-{:06}-{:02}", *serial / 1_000_000, *serial % 1_000_000, *serial % 100);
    let (host, size) = (random.below(250), random.below(60_000) + 500);
    let mut lines = VecDeque::from([format!(
        "{id} <= person{host}@sender{host}.example H=client{host}.example [192.0.2.{host}] P=esmtps X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no S={size} id={serial}.{host}@client{host}.example"
    )]);
    for _ in 0..=random.below(3) {
        let (user, to, server) = (random.below(5_000), random.below(900), random.below(250));
        let relay = format!("R=dnslookup T=remote_smtp H=mx{server}.example [192.0.2.{server}]");
        lines.push_back(match random.below(12) {
            0 => format!("{id} ** u{user}@host{to}.example {relay}: SMTP error from remote mail server after RCPT TO:<u{user}@host{to}.example>: 550 5.1.1 No such user"),
            1 => format!("{id} == u{user}@host{to}.example R=dnslookup T=remote_smtp defer (110): Connection timed out"),
            _ => format!("{id} => u{user}@host{to}.example {relay} X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes C=\"250 2.0.0 Ok: queued as 4F7C21\""),
        });
    }
    lines.push_back(format!("{id} Completed"));
    lines
}

fn dovecot(random: &mut Random, serial: &mut u32) -> VecDeque<String> {
    *serial += 1;
    let (user, pid, client) = (random.below(5_000), 1000 + random.below(30_000), random.below(250));
    let (user, session) = (format!("u{user}@shop{}.example", user % 90), format!("{serial:016x}"));
    let login = format!("user=<{user}>, method=PLAIN, rip=192.0.2.{client}, lip=198.51.100.1");
    if random.below(12) == 0 {
        let failed = "Disconnected: Connection closed (auth failed, 1 attempts in 2 secs)";
        return VecDeque::from([format!("dovecot: imap-login: {failed}: {login}, TLS, session=<{session}>")]);
    }
    let (read, written) = (random.below(9_000) + 50, random.below(90_000));
    VecDeque::from([
        format!("dovecot: imap-login: Login: {login}, mpid={pid}, TLS, session=<{session}>"),
        format!(
            "dovecot: imap({user})<{pid}><{session}>: Disconnected: Logged out in={read} out={written} deleted=0 expunged=0 trashed=0 hdr_count=0 hdr_bytes=0 body_count=0 body_bytes=0"
        ),
    ])
}

/// A small generator of numbers that look random and never change (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 32) % u64::from(limit.max(1))) as u32
    }
}
