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
        note: "qmail with vpopmail, delivered in 0.13 seconds",
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
        note: "an address that does not exist, and the bounce",
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
        note: "the other server cannot be reached, three attempts so far",
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
        title: "One line",
        note: "\u{201c}what does this mean?\u{201d}",
        text: "2023-07-26 14:28:28.046694500 delivery 373: deferral: Connected_to_192.0.2.25_but_greeting_failed./Remote_host_said:_421_4.7.0_Try_again_later/\n",
    },
];
