//! What helps about what qmail, vpopmail, Courier and the programs around them say.

use super::{OURS, Row, helps};
use crate::vocabulary::Party;

pub(super) static ROWS: &[Row] = &[
    // Where users and passwords are kept.
    helps(
        "vchkpw",
        &[
            "mysql-error",
            "mysql-trouble",
            "database-not-reached",
            "database-lost",
            "out-of-memory",
            "environment-not-set",
        ],
        OURS,
        &[
            (
                "Start the database, or correct the host, user and password with which vpopmail asks it. Everybody's logins and deliveries depend on it:",
                "systemctl status mariadb mysql; ls -l /home/vpopmail/etc/vpopmail.mysql",
            ),
            ("Then ask as vpopmail does:", "/home/vpopmail/bin/vuserinfo {user}"),
            (
                "If the check ran out of memory, raise the softlimit in the run file of that service:",
                "grep softlimit /service/*/run",
            ),
        ],
    ),
    helps(
        "vchkpw",
        &["sqlite-trouble", "database-not-opened"],
        OURS,
        &[(
            "See whether the database file is there and vpopmail's user (vpopmail, group vchkpw) can read and write it and its folder:",
            "ls -l /home/vpopmail/etc /home/vpopmail/domains; df -h /home/vpopmail",
        )],
    ),
    helps(
        "vchkpw",
        &["folder-not-made", "folder-not-made-because", "folder-not-entered", "folder-made-not-found"],
        OURS,
        &[
            (
                "See which folder of the path is missing or belongs to somebody else than vpopmail:",
                "namei -l {folder}",
            ),
            (
                "See what vpopmail knows of the mailbox, and where its folder should be:",
                "/home/vpopmail/bin/vuserinfo {user}",
            ),
        ],
    ),
    helps(
        "vchkpw",
        &["group-not-set", "user-not-set"],
        OURS,
        &[(
            "The check must be able to become vpopmail's user: it is started as root, or belongs to vpopmail and is set-uid. Compare the run file of the service and the program:",
            "ls -l /home/vpopmail/bin/vchkpw; cat /service/pop3/run /service/smtp/run",
        )],
    ),
    helps(
        "vchkpw",
        &["password-wrong", "password-wrong-and-shown"],
        None,
        &[
            (
                "If it was the customer, have the password entered again on every device that uses this mailbox. If it was a stranger, it needs a password that is hard to guess.",
                "",
            ),
            ("Set a new password, if nobody knows the old one:", "/home/vpopmail/bin/vpasswd {user}"),
        ],
    ),
    helps(
        "vchkpw",
        &["no-mailbox"],
        None,
        &[(
            "See whether vpopmail has the mailbox, letter by letter and with its domain. If not, correct the username in the app, or ignore it as a guess:",
            "/home/vpopmail/bin/vuserinfo {user}",
        )],
    ),
    helps(
        "vchkpw",
        &["pop-off", "smtp-off", "imap-off", "webmail-off"],
        None,
        &[
            ("See what is switched off for the mailbox:", "/home/vpopmail/bin/vuserinfo {user}"),
            ("If that is a mistake, take all such limits away:", "/home/vpopmail/bin/vmoduser -x {user}"),
        ],
    ),
    helps(
        "courier",
        &["log-in-service-down", "log-in-service-hint"],
        OURS,
        &[
            (
                "Start Courier's login service (authdaemond), and see that its socket is there and the mail programs can enter its folder:",
                "service courier-authdaemon restart; ls -ld /var/run/courier/authdaemon /usr/local/var/spool/authdaemon",
            ),
            ("Then try one user:", "authtest {user}"),
        ],
    ),
    helps(
        "courier-auth",
        &["database-not-reached", "database-not-chosen", "query-failed", "postgres-not-reached"],
        OURS,
        &[
            (
                "Start the database, or correct server, user and password in the settings of the login service; the file is authmysqlrc or authpgsqlrc:",
                "systemctl status mariadb mysql postgresql; grep -shE '^(MYSQL|PGSQL)_(SERVER|HOST|PORT|SOCKET|USERNAME|DATABASE)' /etc/courier/auth*rc /usr/local/etc/authlib/auth*rc",
            ),
            (
                "Then try one user (authtest), and see each step:",
                "authtest {user}; grep DEBUG_LOGIN /etc/courier/authdaemonrc",
            ),
        ],
    ),
    helps(
        "courier-auth",
        &["directory-not-reached", "directory-slow"],
        OURS,
        &[
            (
                "See whether the directory server answers at the address in authldaprc:",
                "grep -E '^LDAP_(URI|SERVER|BASEDN)' /etc/courier/authldaprc; ldapsearch -x -d1 -b '' -s base",
            ),
            ("Then try one user:", "authtest {user}"),
        ],
    ),
    helps(
        "courier-auth",
        &[
            "module-missing",
            "module-failed",
            "row-incomplete",
            "setting-missing",
            "settings-not-read",
            "settings-old",
        ],
        OURS,
        &[
            (
                "Name only modules that are installed in authmodulelist, and correct the file that the line names; the package of a database's module is an own one (courier-authlib-mysql):",
                "grep -E '^(authmodulelist|DEBUG_LOGIN)' /etc/courier/authdaemonrc; ls /usr/lib*/courier-authlib",
            ),
            (
                "Then restart the login service and try one user (authtest):",
                "service courier-authdaemon restart; authtest {user}",
            ),
        ],
    ),
    helps(
        "courier",
        &["log-in-failed", "log-in-failed-unnamed", "log-in-failed-plain"],
        None,
        &[
            (
                "If it was the customer, check the username letter by letter, and have the password entered again on every device. If it was a stranger, it was a guess.",
                "",
            ),
            (
                "Test the login on the server (authtest). DEBUG_LOGIN=1 in authdaemonrc has the login service log each step:",
                "authtest {user}; grep DEBUG_LOGIN /etc/courier/authdaemonrc",
            ),
        ],
    ),
    helps(
        "courier",
        &["too-many", "many"],
        OURS,
        &[(
            "See who holds the connections; raise MAXDAEMONS (all) or MAXPERIP (one address) only where the load is right for this server:",
            "ss -tn state established '( sport = :143 or sport = :993 or sport = :110 or sport = :995 )'; grep -E '^MAX(DAEMONS|PERIP)' /etc/courier/imapd /etc/courier/pop3d",
        )],
    ),
    helps(
        "courier",
        &[
            "watch-failed",
            "watch-failed-reason",
            "watch-failed-hint",
            "watch-failed-hint-end",
            "watcher-not-reached",
            "watcher-not-found",
        ],
        OURS,
        &[(
            "Mail works; only apps that wait for news (IDLE) hear of it late. Install and start the file monitor (gamin or fam), or set IMAP_ENHANCEDIDLE=0:",
            "grep -E '^IMAP_(ENHANCEDIDLE|USELOCKS)' /etc/courier/imapd",
        )],
    ),
    helps(
        "courier",
        &["port-taken"],
        OURS,
        &[("See which program has the port, and stop it, or change the port:", "ss -ltnp")],
    ),
    // The parts of qmail.
    helps(
        "qmail-send",
        &[
            "queue-damaged",
            "stat-failed",
            "open-failed",
            "open-trouble",
            "read-failed",
            "write-failed",
            "fsync-failed",
            "create-failed",
            "unlink-failed",
            "retry-time-lost",
            "delivered-twice",
            "opendir-failed",
            "queue-folder-lost",
            "bounce-not-written",
            "clean-up-failed",
        ],
        OURS,
        &[
            (
                "qmail can't work with its queue: look at the disk first, by space, by inodes and for errors:",
                "df -h /var/qmail/queue; df -i /var/qmail/queue; dmesg | tail -20",
            ),
            (
                "Then see who owns the queue's files; a restored or copied queue has wrong numbers and owners. Stop qmail before you repair it:",
                "ls -l /var/qmail/queue; qmail-qstat",
            ),
        ],
    ),
    helps(
        "qmail-send",
        &[
            "start-no-home",
            "start-no-controls",
            "start-no-queue",
            "start-no-lock",
            "start-twice",
            "start-no-spawn",
            "controls-not-reread",
            "locals-not-read",
            "virtualdomains-not-read",
        ],
        OURS,
        &[
            (
                "See whether another qmail-send runs, and whether qmail's folders and control files are whole and readable:",
                "ps axww | grep [q]mail-send; ls -ld /var/qmail/control /var/qmail/queue; ls -l /var/qmail/control",
            ),
            ("Then start it, and see that it stays up:", "svc -u /service/*send; svstat /service/*send"),
        ],
    ),
    helps(
        "qmail-send",
        &[
            "out-of-memory",
            "clean-lost",
            "spawn-lost",
            "todo-lost",
            "bounce-not-started",
            "bounce-not-queued",
        ],
        OURS,
        &[
            (
                "See whether memory, processes or the softlimit ran out, and what the supervised services print:",
                "free -m; grep softlimit /service/*/run; ps axww | grep readproctitle",
            ),
            ("qmail starts again by itself under supervise; see that it does:", "svstat /service/*"),
        ],
    ),
    helps(
        "qmail-send",
        &["message-bounced"],
        None,
        &[("The delivery line before it, or the notice itself, says why it failed.", "")],
    ),
    helps(
        "daemontools",
        &[
            "run-missing",
            "not-run",
            "no-account",
            "no-account-2",
            "not-root",
            "no-settings",
            "service-gone",
            "down",
            "not-watched",
        ],
        OURS,
        &[
            (
                "See which services are down, and what their run file starts; the program, the account and the folders in it must exist, and the file must be executable:",
                "svstat /service/* /service/*/log; ls -l /service/*/run",
            ),
            (
                "Then start the service, and see what it prints:",
                "svc -u /service/*; ps axww | grep readproctitle",
            ),
        ],
    ),
    helps(
        "multilog",
        &["pausing", "stopped", "folder-in-use", "stopped-otherwise"],
        OURS,
        &[(
            "multilog can't write the log, and the service behind it stops until it can: see disk, owner (often qmaill) and whether a second one writes there:",
            "df -h /var/log; ls -ld /var/log/qmail /var/log/qmail/*; ps axww | grep [m]ultilog",
        )],
    ),
    helps(
        "tcpserver",
        &["port-taken"],
        OURS,
        &[
            (
                "See which program has the port; an old tcpserver, or another mail server that came with the system:",
                "ss -ltnp",
            ),
            ("Stop it, and see that the service stays up:", "svstat /service/*"),
        ],
    ),
    helps(
        "sslserver",
        &["certificate-not-loaded", "key-not-loaded", "key-does-not-match"],
        OURS,
        &[(
            "See that certificate and key are in the file that the service reads and belong together, and that its user can read it:",
            "ls -lL /var/qmail/control/*.pem; openssl x509 -noout -dates -in /var/qmail/control/servercert.pem",
        )],
    ),
    helps(
        "tcpserver",
        &[
            "dropped-no-rules",
            "dropped-no-program",
            "dropped-no-process",
            "dropped-no-memory",
            "dropped",
            "out-of-memory",
            "stopped",
        ],
        OURS,
        &[(
            "Every connection fails like this until it's mended: see the run file, its softlimit, and the rules file (cdb) that it names:",
            "cat /service/*smtpd/run /service/smtp/run; ls -l /etc/tcp* /home/vpopmail/etc/tcp*",
        )],
    ),
    helps(
        "tcpserver",
        &["refused"],
        OURS,
        &[(
            "If {client} should be let in, take it out of the rules file or allow it there, and build the compiled rules again; a stranger needs nothing. The rule that denies it:",
            "grep -n deny /etc/tcp.smtp /home/vpopmail/etc/tcp.smtp; qmailctl cdb",
        )],
    ),
    helps(
        "rblsmtpd",
        &["refused", "listed", "refused-for-now"],
        Some(Party::Sender),
        &[
            (
                "If it's a user of this server: have them send through port 587 with a login, where no list should be asked; home and mobile connections are on such lists as a rule.",
                "",
            ),
            (
                "If it's another mail server, its owner must have it removed from the list that the text names. Whose it is:",
                "dig +short -x {client}",
            ),
            (
                "To let it in at once, allow it in the rules of tcpserver: an empty RBLSMTPD turns the check off for it, then make them again:",
                "grep -n RBLSMTPD /etc/tcp.smtp; qmailctl cdb",
            ),
        ],
    ),
    helps(
        "rblsmtpd",
        &["look-up-failed", "program-not-run", "stopped"],
        OURS,
        &[(
            "See whether this server's resolver answers for the lists, and take out those that no longer exist:",
            "cat /etc/resolv.conf; grep -h rblsmtpd /service/*/run",
        )],
    ),
    helps(
        "simscan",
        &["spam-refused", "spam-dropped", "spam-found"],
        None,
        &[
            (
                "If the message was wanted: allow the sender in SpamAssassin, or raise the points for that domain (spam_hits in simcontrol) and build the table again:",
                "grep -rn whitelist_from /etc/mail/spamassassin /home/vpopmail/domains; cat /var/qmail/control/simcontrol; /var/qmail/bin/simscanmk",
            ),
            (
                "See which rules gave the points, in spamd's line of that second:",
                "grep -h 'spamd: result: Y' /var/log/maillog /var/log/spamd/current | tail",
            ),
        ],
    ),
    helps(
        "qmail-smtpd",
        &["queue-refused", "queue-refused-for-now"],
        OURS,
        &[(
            "The program in place of qmail-queue (simscan, qmail-scanner) or the queue refused it; its own line of that second says why. Virus scanner, spam filter, disk and softlimit are the usual ones:",
            "ps axww | grep -e [c]lamd -e [s]pamd; df -h /var/qmail; grep -h -e softlimit -e QMAILQUEUE /service/*/run /etc/tcp.smtp",
        )],
    ),
    helps(
        "qmail-smtpd",
        &["spf-refused"],
        Some(Party::Sender),
        &[(
            "The sender's domain doesn't name this address in its SPF record. Its owner must add the server, or send through one that is named:",
            "",
        )],
    ),
    helps(
        "qmail-smtpd",
        &["sending-limit"],
        OURS,
        &[(
            "See what this sender sends. If it wasn't the owner, change the password; else raise the limit of the check (rcptcheck-overlimit).",
            "",
        )],
    ),
    helps(
        "spamdyke",
        &["log-in-error"],
        None,
        &[
            (
                "If it was the customer, check the username letter by letter and the password. If both are right, see whether sending is switched off for the mailbox in vpopmail:",
                "/home/vpopmail/bin/vuserinfo {user}",
            ),
            (
                "If every login fails, the program that checks it isn't set right:",
                "grep -E '^smtp-auth' /etc/spamdyke/spamdyke.conf",
            ),
        ],
    ),
    helps(
        "plesk",
        &["spf-refused"],
        Some(Party::Sender),
        &[(
            "The sender's domain doesn't name the sending server in its SPF record. See what it says, and how strict this server is:",
            "plesk bin mailserver --info",
        )],
    ),
    helps(
        "plesk",
        &["quota-refused"],
        Some(Party::Recipient),
        &[(
            "The mailbox is full: let its owner delete mail, or raise its limit in Plesk's mail settings:",
            "plesk bin mail --list",
        )],
    ),
    helps(
        "plesk",
        &["deferred", "refused", "stopped", "crashed", "odd-status"],
        OURS,
        &[
            (
                "See which handlers are set up, and what the one that is named logged in that second:",
                "plesk sbin mail_handlers_control --list; tail -50 /var/log/maillog",
            ),
            (
                "If a handler itself is broken, let Plesk put its mail setup in order again:",
                "plesk repair mail -n",
            ),
        ],
    ),
    // Results of deliveries.
    helps(
        "qmail-local",
        &[
            "maildir-failed",
            "maildir-timeout",
            "mailbox-not-opened",
            "mailbox-not-written",
            "home-not-examined",
        ],
        OURS,
        &[
            (
                "Look at the disk, by space and by inodes, and at the mailbox's folder and its owner; a Maildir has the folders cur, new and tmp:",
                "df -h; df -i; ls -ld /home/*/Maildir /home/vpopmail/domains",
            ),
            ("Then let qmail try again now:", "svc -a /service/*send"),
        ],
    ),
    helps(
        "qmail-local",
        &["maildir-not-entered", "home-not-entered"],
        OURS,
        &[
            (
                "See whether the folder that the delivery rule names (./Maildir/ in .qmail or defaultdelivery) is there and belongs to that user. If it's missing, make it as that user (maildirmake); if it's somebody else's, give it back (chown):",
                "ls -ld /home/*/Maildir /home/vpopmail/domains/*/*/Maildir; cat /var/qmail/control/defaultdelivery",
            ),
            ("Then let qmail try again now:", "svc -a /service/*send"),
        ],
    ),
    helps(
        "qmail-local",
        &["home-writable", "rules-writable"],
        OURS,
        &[(
            "Take the permission to write from others on the account's home folder and its .qmail file (chmod go-w): qmail delivers nothing by rules that anybody could change.",
            "",
        )],
    ),
    helps(
        "qmail-local",
        &["looping"],
        OURS,
        &[(
            "Find the forward or alias that leads back to this address, and take it out: the Delivered-To lines of the message name each address on its way.",
            "grep -rl '&' /var/qmail/alias/.qmail* /home/vpopmail/domains/*/.qmail*",
        )],
    ),
    helps(
        "vdelivermail",
        &[
            "database-down",
            "mysql-error",
            "sqlite-error",
            "database-not-opened",
            "database-not-reached",
            "user-not-read",
        ],
        OURS,
        &[
            (
                "Start the database of the mailboxes, or correct how vpopmail asks it; until then mail waits in the queue:",
                "systemctl status mariadb mysql; ls -l /home/vpopmail/etc/vpopmail.mysql",
            ),
            ("Then let qmail try again now:", "svc -a /service/*send"),
        ],
    ),
    helps(
        "vdelivermail",
        &["file-not-made", "file-not-written", "file-not-moved", "maildir-not-made", "maildir-not-remade"],
        OURS,
        &[
            (
                "See whether there's room, and whether the mailbox's folder belongs to vpopmail (vpopmail:vchkpw):",
                "df -h; df -i; namei -l {file}",
            ),
            ("Then let qmail try again now:", "svc -a /service/*send"),
        ],
    ),
    helps(
        "vdelivermail",
        &["rules-wrong", "mailbox-file-refused"],
        OURS,
        &[(
            "Correct the domain's default rule: one line that calls vdelivermail with '' and the way for unknown names, such as bounce-no-mailbox:",
            "cat /home/vpopmail/domains/*/.qmail-default",
        )],
    ),
    helps(
        "vdelivermail",
        &["system-error"],
        OURS,
        &[(
            "vpopmail couldn't store it: look at the disk, at the mailbox's folder and at the database:",
            "df -h; df -i; ls -ld /home/vpopmail/domains; systemctl status mariadb mysql",
        )],
    ),
];
