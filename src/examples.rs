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

/// Logs that only the lesson goes through: the other programs that write on a mail server.
pub const LESSONS: &[Example] = &[
    Example {
        title: "A server hands over mail",
        note: "qmail: tcpserver, chkuser",
        text: "\
@4000000064c13b1d12a8b3b4 tcpserver: status: 1/100
@4000000064c13b1d12a8d2f4 tcpserver: pid 5301 from 203.0.113.9
@4000000064c13b1d1345cd1c tcpserver: ok 5301 mail.spareparts.example:192.0.2.10:25 mx.client.example:203.0.113.9::40112
@4000000064c13b1e14a2f05c CHKUSER accepted sender: from <lena@client.example::> remote <mx.client.example:unknown:203.0.113.9> rcpt <> : sender accepted
@4000000064c13b1e15417d3c CHKUSER rejected rcpt: from <lena@client.example::> remote <mx.client.example:unknown:203.0.113.9> rcpt <oders@spareparts.example> : not existing recipient
@4000000064c13b1e15fa1c54 CHKUSER accepted rcpt: from <lena@client.example::> remote <mx.client.example:unknown:203.0.113.9> rcpt <orders@spareparts.example> : found existing recipient
@4000000064c13b1f1b8c7e9c tcpserver: end 5301 status 0
@4000000064c13b1f1b8c866c tcpserver: status: 0/100
",
    },
    Example {
        title: "Apps at their mailboxes",
        note: "Courier and vpopmail",
        text: "\
Nov 21 08:13:58 mail imapd-ssl: Connection, ip=[::ffff:198.51.100.23]
Nov 21 08:14:02 mail imapd-ssl: LOGIN FAILED, user=ana@spareparts.example, ip=[::ffff:198.51.100.23]
Nov 21 08:14:03 mail vpopmail[4810]: vchkpw-imap: password fail (pass: '********') ana@spareparts.example:198.51.100.23
Nov 21 08:19:41 mail imapd-ssl: LOGIN, user=ana@spareparts.example, ip=[::ffff:198.51.100.23], protocol=IMAP
Nov 21 08:21:07 mail imapd-ssl: LOGOUT, user=ana@spareparts.example, ip=[::ffff:198.51.100.23], headers=0, body=0, rcvd=512, sent=20466, time=86
Nov 21 08:30:11 mail pop3d-ssl: Connection, ip=[::ffff:198.51.100.23]
Nov 21 08:30:11 mail pop3d-ssl: LOGIN, user=ben@spareparts.example, ip=[::ffff:198.51.100.23], port=[51022]
Nov 21 08:30:12 mail pop3d-ssl: LOGOUT, user=ben@spareparts.example, ip=[::ffff:198.51.100.23], port=[51022], top=0, retr=4096, rcvd=48, sent=4310, time=1
Nov 21 08:41:55 mail pop3d-ssl: DISCONNECTED, user=ben@spareparts.example, ip=[::ffff:198.51.100.23], port=[51029], top=0, retr=0, rcvd=12, sent=39, time=3
",
    },
    Example {
        title: "Three recipients, three fates",
        note: "Exim",
        text: "\
2026-11-21 09:02:11 1vMPQR-000000001ab-2cDe <= orders@spareparts.example H=office.spareparts.example (pc7) [198.51.100.23]:51022 I=[192.0.2.10]:587 P=esmtpsa X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no A=dovecot_login:orders@spareparts.example S=14208 id=65bd.1f2@spareparts.example
2026-11-21 09:02:12 1vMPQR-000000001ab-2cDe => lena@bigmail.example R=dnslookup T=remote_smtp H=mx.bigmail.example [203.0.113.9] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes C=\"250 2.0.0 OK: queued as 9F8E7D6A\"
2026-11-21 09:02:13 1vMPQR-000000001ab-2cDe ** tom@closed.example R=dnslookup T=remote_smtp H=mx.closed.example [203.0.113.40]: SMTP error from remote mail server after RCPT TO:<tom@closed.example>: 550 5.1.1 <tom@closed.example>: User unknown
2026-11-21 09:02:43 1vMPQR-000000001ab-2cDe == office@slow.example R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.slow.example [203.0.113.41]
2026-11-21 09:32:44 1vMPQR-000000001ab-2cDe == office@slow.example routing defer (-51): retry time not reached
2026-11-21 10:02:45 1vMPQR-000000001ab-2cDe => office@slow.example R=dnslookup T=remote_smtp H=mx.slow.example [203.0.113.41] C=\"250 OK id=1vMQaB-000000002cd-4eFg\"
2026-11-21 10:02:45 1vMPQR-000000001ab-2cDe Completed
2026-11-21 10:14:02 H=(user) [203.0.113.66]:40211 F=<win@lottery.example> rejected RCPT <ben@spareparts.example>: relay not permitted
",
    },
    Example {
        title: "Rejected, guessed, delayed",
        note: "Postfix",
        text: "\
Nov 21 09:11:01 mail postfix/smtpd[2201]: connect from unknown[203.0.113.66]
Nov 21 09:11:02 mail postfix/smtpd[2201]: NOQUEUE: reject: RCPT from unknown[203.0.113.66]: 554 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.66; from=<win@lottery.example> to=<ben@spareparts.example> proto=ESMTP helo=<user>
Nov 21 09:11:02 mail postfix/smtpd[2201]: disconnect from unknown[203.0.113.66] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4
Nov 21 09:14:20 mail postfix/smtpd[2204]: warning: unknown[203.0.113.67]: SASL LOGIN authentication failed: authentication failure, sasl_username=info
Nov 21 09:15:31 mail postfix/pickup[1803]: 5B2C3D4E5F: uid=33 from=<www-data>
Nov 21 09:15:31 mail postfix/cleanup[2205]: 5B2C3D4E5F: message-id=<20261121091531.5B2C3D4E5F@mail.spareparts.example>
Nov 21 09:15:31 mail postfix/qmgr[1802]: 5B2C3D4E5F: from=<www-data@mail.spareparts.example>, size=1204, nrcpt=1 (queue active)
Nov 21 09:16:01 mail postfix/smtp[2206]: connect to mx.slow.example[203.0.113.41]:25: Connection timed out
Nov 21 09:16:01 mail postfix/smtp[2206]: 5B2C3D4E5F: to=<office@slow.example>, relay=none, delay=30, delays=0.02/0.01/30/0, dsn=4.4.1, status=deferred (connect to mx.slow.example[203.0.113.41]:25: Connection timed out)
Nov 21 09:36:02 mail postfix/smtp[2301]: 5B2C3D4E5F: to=<office@slow.example>, relay=mx.slow.example[203.0.113.41]:25, delay=1231, delays=1230/0.02/0.6/0.4, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 8D9E0F1A2B)
Nov 21 09:36:02 mail postfix/qmgr[1802]: 5B2C3D4E5F: removed
",
    },
    Example {
        title: "Checked and filed",
        note: "SpamAssassin, Dovecot, SPF, DKIM, DMARC",
        text: "\
Nov 21 09:20:01 mail spamd[3102]: spamd: connection from localhost [127.0.0.1]:40122 to port 783, fd 5
Nov 21 09:20:01 mail spamd[3102]: spamd: setuid to vmail succeeded
Nov 21 09:20:01 mail spamd[3102]: spamd: processing message <offer.77@lottery.example> for ben@spareparts.example:5000
Nov 21 09:20:02 mail spamd[3102]: spamd: identified spam (12.4/5.0) for ben@spareparts.example:5000 in 1.1 seconds, 4821 bytes.
Nov 21 09:20:02 mail spamd[3102]: spamd: result: Y 12 - BAYES_99,HTML_MESSAGE,RCVD_IN_SBL,URIBL_BLACK scantime=1.1,size=4821,user=ben@spareparts.example,uid=5000,required_score=5.0,rhost=localhost,raddr=127.0.0.1,rport=40122,mid=<offer.77@lottery.example>,bayes=0.999,autolearn=spam
Nov 21 09:20:02 mail dovecot: lmtp(ben@spareparts.example)<3110><x1Y2z3>: sieve: msgid=<offer.77@lottery.example>: stored mail into mailbox 'Junk'
Nov 21 09:21:10 mail policyd-spf[3120]: prepend Received-SPF: Softfail (mailfrom) identity=mailfrom; client-ip=203.0.113.9; helo=mx.client.example; envelope-from=lena@client.example; receiver=<UNKNOWN>
Nov 21 09:21:11 mail opendkim[901]: 6C3D4E5F6A: mx.client.example [203.0.113.9] not internal
Nov 21 09:21:11 mail opendkim[901]: 6C3D4E5F6A: DKIM verification successful
Nov 21 09:21:11 mail opendmarc[902]: 6C3D4E5F6A: client.example pass
",
    },
];

/// The logs of the lesson: those that the page offers and tell more than a line, and those that only it has.
pub fn lessons() -> impl Iterator<Item = &'static Example> {
    EXAMPLES.iter().filter(|of| of.text.lines().count() > 1).chain(LESSONS)
}
