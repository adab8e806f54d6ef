//! Makes a qmail-send log of any size for the benchmarks: messages that overlap, numbers that are used
//! again, every outcome. The same size always gives the same bytes.

use std::io::{self, BufWriter, Write};

/// How many messages live at once; their numbers are used again.
const LIVING: u32 = 600;

/// What is left to write of one message.
struct Message {
    number: u32,
    /// Recipients that were not tried yet.
    waiting: u32,
    /// Delivery numbers that run.
    running: Vec<u32>,
    step: Next,
}

enum Next {
    New,
    Info,
    Deliver,
}

/// Writes a log of about this many bytes.
pub fn write(out: impl Write, size: u64) -> io::Result<()> {
    let mut out = Counted { out: BufWriter::with_capacity(1 << 20, out), written: 0 };
    let mut random = Random(1);
    let mut clock = 0;
    let mut seconds: u64 = 0x4000_0000_6500_0000;
    let mut delivery = 0;
    let mut living: Vec<Message> = (0..LIVING)
        .map(|at| Message { number: 10_300_000 + at, waiting: 0, running: Vec::new(), step: Next::New })
        .collect();
    while out.written < size {
        clock += u64::from(random.below(200_000));
        seconds += clock / 1_000_000_000;
        clock %= 1_000_000_000;
        let at = random.below(LIVING) as usize;
        let message = &mut living[at];
        let number = message.number;
        write!(out, "@{seconds:016x}{clock:08x} ")?;
        match message.step {
            Next::New => {
                writeln!(out, "new msg {number}")?;
                message.step = Next::Info;
            }
            Next::Info => {
                let (bytes, sender, qp) =
                    (random.below(60_000) + 500, random.below(900), random.below(30_000));
                writeln!(
                    out,
                    "info msg {number}: bytes {bytes} from <person{sender}@sender{sender}.example> qp {qp} uid 108"
                )?;
                message.waiting = 1 + random.below(3);
                message.step = Next::Deliver;
            }
            Next::Deliver if message.waiting > 0 => {
                message.waiting -= 1;
                delivery += 1;
                message.running.push(delivery);
                let (user, host) = (random.below(5_000), random.below(900));
                if random.below(3) == 0 {
                    writeln!(
                        out,
                        "starting delivery {delivery}: msg {number} to local d{host}.example-u{user}@d{host}.example"
                    )?;
                } else {
                    writeln!(
                        out,
                        "starting delivery {delivery}: msg {number} to remote u{user}@host{host}.example"
                    )?;
                }
            }
            Next::Deliver => {
                if let Some(ended) = message.running.pop() {
                    let (host, id) = (random.below(250), random.below(u32::MAX));
                    match random.below(12) {
                        0 => writeln!(
                            out,
                            "delivery {ended}: failure: 192.0.2.{host}_does_not_like_recipient./Remote_host_said:_550_5.1.1_No_such_user/Giving_up_on_192.0.2.{host}./"
                        )?,
                        1 => writeln!(
                            out,
                            "delivery {ended}: deferral: Connected_to_192.0.2.{host}_but_connection_died._(#4.4.2)/"
                        )?,
                        2..6 => writeln!(out, "delivery {ended}: success: did_0+0+1/")?,
                        _ => writeln!(
                            out,
                            "delivery {ended}: success: 192.0.2.{host}_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_{id:X}/"
                        )?,
                    }
                    let busy = random.below(200);
                    write!(out, "@{seconds:016x}{clock:08x} ")?;
                    writeln!(out, "status: local {}/10 remote {busy}/255", busy % 10 + 1)?;
                } else {
                    writeln!(out, "end msg {number}")?;
                    message.step = Next::New;
                }
            }
        }
    }
    out.out.flush()
}

/// Counts what it writes.
struct Counted<W: Write> {
    out: BufWriter<W>,
    written: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.out.write(bytes)?;
        self.written += length as u64;
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
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
