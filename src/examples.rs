//! Logs to try the page with. Every address is an example address.

/// One log to try.
pub struct Example {
    /// What it shows, in a few words.
    pub title: &'static str,
    /// What can be learned from it.
    pub note: &'static str,
    /// The log.
    pub text: &'static str,
}

/// The logs that the page offers.
pub const EXAMPLES: &[Example] = &[
    Example {
        title: "One message, two mailboxes",
        note: "qmail with vpopmail; delivered in 0.13 seconds",
        text: "\
2023-07-26 14:28:27.917076500 info msg 574692321: bytes 16593 from <outlook_553EE1FF76D81E16@sender.example> qp 5228 uid 108
2023-07-26 14:28:27.920988500 starting delivery 373: msg 574692321 to local spareparts.example-maurice@spareparts.example
2023-07-26 14:28:27.921004500 status: local 1/10 remote 0/255
2023-07-26 14:28:27.921011500 starting delivery 374: msg 574692321 to local spareparts.example-ben@spareparts.example
2023-07-26 14:28:27.921023500 status: local 2/10 remote 0/255
2023-07-26 14:28:28.014981500 delivery 374: success: vdelivermail:_valiases_processed/did_0+0+1/
2023-07-26 14:28:28.014983500 status: local 1/10 remote 0/255
2023-07-26 14:28:28.046694500 delivery 373: success: vdelivermail:_valiases_processed/did_0+0+1/
2023-07-26 14:28:28.046768500 status: local 0/10 remote 0/255
2023-07-26 14:28:28.046819500 end msg 574692321
",
    },
    Example {
        title: "Refused by the other server",
        note: "qmail; an address that does not exist, and the bounce",
        text: "\
@4000000064c13b1d36a8b3b4 new msg 574692330
@4000000064c13b1d36a8d2f4 info msg 574692330: bytes 2418 from <orders@spareparts.example> qp 5301 uid 108
@4000000064c13b1d3745cd1c starting delivery 381: msg 574692330 to remote ana@client.example
@4000000064c13b1d3745d4ec status: local 0/10 remote 1/255
@4000000064c13b1e14a2f05c delivery 381: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_<ana@client.example>:_Recipient_address_rejected:_User_unknown/Giving_up_on_192.0.2.25./
@4000000064c13b1e14a2f82c status: local 0/10 remote 0/255
@4000000064c13b1e15417d3c bounce msg 574692330 qp 5306
@4000000064c13b1e1541812c end msg 574692330
@4000000064c13b1e15418514 new msg 574692331
@4000000064c13b1e154188fc info msg 574692331: bytes 3021 from <> qp 5306 uid 110
@4000000064c13b1e15fa1c54 starting delivery 382: msg 574692331 to local spareparts.example-orders@spareparts.example
@4000000064c13b1e15fa2424 status: local 1/10 remote 0/255
@4000000064c13b1e1b8c7e9c delivery 382: success: did_1+0+0/
@4000000064c13b1e1b8c866c status: local 0/10 remote 0/255
@4000000064c13b1e1b8c8a54 end msg 574692331
",
    },
    Example {
        title: "Still trying",
        note: "qmail; their server cannot be reached, three attempts so far",
        text: "\
@4000000064c1395200a8b3b4 new msg 574692340
@4000000064c1395200a8d2f4 info msg 574692340: bytes 8120 from <ben@spareparts.example> qp 5410 uid 108
@4000000064c139520145cd1c starting delivery 401: msg 574692340 to remote office@slow.example
@4000000064c139520145d4ec status: local 0/10 remote 1/255
@4000000064c1398e14a2f05c delivery 401: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/
@4000000064c1398e14a2f82c status: local 0/10 remote 0/255
@4000000064c13ae20145cd1c starting delivery 407: msg 574692340 to remote office@slow.example
@4000000064c13ae20145d4ec status: local 0/10 remote 1/255
@4000000064c13b1e14a2f05c delivery 407: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/
@4000000064c13b1e14a2f82c status: local 0/10 remote 0/255
@4000000064c13fce0145cd1c starting delivery 415: msg 574692340 to remote office@slow.example
@4000000064c13fce0145d4ec status: local 0/10 remote 1/255
@4000000064c1400a14a2f05c delivery 415: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/
@4000000064c1400a14a2f82c status: local 0/10 remote 0/255
",
    },
    Example {
        title: "Sender not verified",
        note: "Postfix; the domain\u{2019}s records did not confirm it",
        text: "\
Nov 21 09:02:11 mail postfix/smtpd[2101]: 4F1B2C3D4E: client=office.spareparts.example[198.51.100.23], sasl_method=PLAIN, sasl_username=orders@spareparts.example
Nov 21 09:02:11 mail postfix/cleanup[2104]: 4F1B2C3D4E: message-id=<65bd.1f2@spareparts.example>
Nov 21 09:02:11 mail postfix/qmgr[1802]: 4F1B2C3D4E: from=<orders@spareparts.example>, size=14208, nrcpt=1 (queue active)
Nov 21 09:02:13 mail postfix/smtp[2107]: 4F1B2C3D4E: to=<lena@bigmail.example>, relay=mx.bigmail.example[203.0.113.9]:25, delay=1.9, delays=0.12/0.01/0.88/0.89, dsn=5.7.26, status=bounced (host mx.bigmail.example[203.0.113.9] said: 550 5.7.26 Unauthenticated email from spareparts.example is not accepted due to domain's DMARC policy. (in reply to end of DATA command))
Nov 21 09:02:13 mail postfix/bounce[2109]: 4F1B2C3D4E: sender non-delivery notification: 5A2C3D4E5F
Nov 21 09:02:13 mail postfix/qmgr[1802]: 4F1B2C3D4E: removed
",
    },
    Example {
        title: "Cannot log in",
        note: "Dovecot; a wrong password, then the right one",
        text: "\
Nov 21 08:14:02 mail dovecot: imap-login: Disconnected: Connection closed (auth failed, 3 attempts in 14 secs): user=<ana@spareparts.example>, method=PLAIN, rip=198.51.100.23, lip=192.0.2.10, TLS, session=<kT9rQ2oHxIvGM2QX>
Nov 21 08:19:41 mail dovecot: imap-login: Login: user=<ana@spareparts.example>, method=PLAIN, rip=198.51.100.23, lip=192.0.2.10, mpid=4711, TLS, session=<b1YwZ2oHyovGM2QX>
Nov 21 08:21:07 mail dovecot: imap(ana@spareparts.example)<4711><b1YwZ2oHyovGM2QX>: Disconnected: Logged out in=512 out=20466 deleted=0 expunged=0 trashed=0 hdr_count=12 hdr_bytes=5120 body_count=2 body_bytes=10342
",
    },
    Example {
        title: "One line",
        note: "\u{201c}what does this mean?\u{201d}",
        text: "2023-07-26 14:28:28.046694500 delivery 373: deferral: Connected_to_192.0.2.25_but_greeting_failed./Remote_host_said:_421_4.7.0_Try_again_later/\n",
    },
];
