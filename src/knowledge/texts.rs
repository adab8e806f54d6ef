//! What the texts of replies say: phrases for each reason, the most telling first.
//!
//! The first rule that matches decides, so the order is the precedence: a provider's own code
//! before a sentence that many servers write, a cause before its consequence (`blocked using` a
//! list before `user unknown`), a whole statement before a lone word. The language of phrases is
//! told in [`super::phrase`]. Accents are written as they are spelled.

use super::classify::{Confidence, Confidence::High, Confidence::Low, Confidence::Medium, Phase};
use super::phrase::Class;
use super::reason::Reason;

/// Phrases with one meaning.
pub(super) struct Rule {
    pub reason: Reason,
    pub confidence: Confidence,
    /// Whose words they are; empty for words of many.
    pub provider: &'static str,
    pub phrases: &'static [&'static str],
}

const fn by(provider: &'static str, reason: Reason, phrases: &'static [&'static str]) -> Rule {
    Rule { reason, confidence: High, provider, phrases }
}

const fn says(reason: Reason, phrases: &'static [&'static str]) -> Rule {
    Rule { reason, confidence: High, provider: "", phrases }
}

const fn hints(reason: Reason, phrases: &'static [&'static str]) -> Rule {
    Rule { reason, confidence: Medium, provider: "", phrases }
}

const fn whispers(reason: Reason, phrases: &'static [&'static str]) -> Rule {
    Rule { reason, confidence: Low, provider: "", phrases }
}

/// Words that phrases share.
pub(super) static CLASSES: &[Class] = &[
    (
        "box",
        &[
            "mailbox", "mailboxes", "mail box", "inbox", "account", "accounts", "mail account", "email account", "e mail account",
            "user", "users", "username", "user name", "userid", "user id", "login", "recipient", "recipients", "receiver", "rcpt",
            "address", "addresses", "mail address", "email address", "e mail address", "email", "e mail", "addressee", "customer",
            "subscriber", "person", "mail user", "local part", "alias", "destination", "maildrop", "id", "employee", "member",
            "to address", "rcpt to", "host account", "mailhost", "profile", "user account", "users mailbox", "users account",
        ],
    ),
    (
        "off",
        &[
            "disabled", "suspended", "inactive", "deactivated", "not active", "locked", "locked out", "closed", "terminated",
            "frozen", "expired", "blocked by admin", "on hold", "dormant", "deactivate", "unavailable due to inactivity",
            "not activated", "disactivated", "discontinued", "archived", "cancelled", "canceled", "restricted", "unpaid",
            "not enabled", "turned off", "switched off", "not longer active", "no longer active", "no longer valid",
            "currently suspended", "currently disabled", "currently inactive", "administratively disabled", "banned",
            "temporarily disabled", "temporarily suspended", "temporarily locked", "temporarily inactive", "over due",
        ],
    ),
    ("is", &["is", "was", "has been", "are", "were", "have been", "been", "had been", "s", "currently", "is currently", "has"]),
    ("not", &["not", "cannot", "cant", "couldnt", "could not", "isnt", "wasnt", "doesnt", "does not", "didnt", "did not", "wont", "never", "can not"]),
    (
        "unknown",
        &[
            "unknown", "not found", "does not exist", "doesnt exist", "not exist", "do not exist", "dont exist", "not existing",
            "nonexistent", "non existent", "non existant", "nonexistant", "not exists", "not known", "unrecognized",
            "not recognized", "unrouteable", "unroutable", "undeliverable", "invalid", "not valid", "is not valid", "bad",
            "no such", "not listed", "could not be found", "couldnt be found", "cannot be found", "no longer exists", "doesnt exists",
            "no longer exist", "not a valid", "was not found", "is not found", "not a known", "doest exist", "could not be located",
            "not here", "does not exists", "not exit", "non esistente", "unkown", "unknow", "not there", "is wrong", "not correct",
            "not in our", "not in my", "not defined", "is fake", "was misspelled", "no found", "not registered", "not a local",
        ],
    ),
    ("msg", &["message", "messages", "mail", "mails", "email", "emails", "e mail", "content", "it", "letter", "text", "body", "your message", "delivery"]),
    ("ip", &["ip", "ips", "ip address", "ip addresses", "ipv4", "ipv6", "client host", "client", "your host", "your server", "your mail server", "your network", "your mta", "your connection", "your range", "sending server", "sending mta", "sending host", "subnet", "netblock", "this host", "this ip", "this server"]),
    ("domain", &["domain", "domain name", "mail domain", "domains"]),
    ("sender", &["sender", "senders", "from address", "mail from", "return path", "envelope from", "envelope sender", "sending address", "originator", "sender address", "senders address", "sending domain", "sender domain", "from domain", "senders domain", "mailfrom"]),
    ("auth", &["spf", "dkim", "dmarc", "arc", "sender policy framework", "domainkeys"]),
    ("fail", &["fail*", "reject*", "invalid", "not pass*", "didnt pass", "violat*", "error*", "permerror", "temperror", "hardfail", "softfail", "missing", "unaligned", "not aligned", "not verified", "incorrect", "bad", "none", "no", "does not match", "not authorized", "unauthorized", "mismatch*", "forged", "not allow*", "denied", "den*", "forbid*", "forbidden", "blocked"]),
    ("full", &["full", "overquota", "over quota", "overfull", "is full", "exceeded", "exceeds quota", "out of quota", "over limit", "over its limit", "has no space", "no space", "stuffed", "overflow*", "has no storage", "full now"]),
];

/// Every rule; the first that matches decides.
pub(super) static RULES: &[Rule] = &[
    // Reports and automatic answers: no failure at all.
    says(Reason::Feedback, &["feedback type", "feedback report", "abuse report .. message", "email abuse report", "complaint about message", "spam complaint from"]),
    says(
        Reason::Vacation,
        &[
            "auto reply", "autoreply", "automatic reply", "auto response", "auto responder reply", "out of office", "out of the office",
            "on vacation", "on annual leave", "i am away", "i am on leave", "abwesenheit*", "automatische antwort", "nicht im buro|büro",
            "im urlaub", "réponse automatique", "absence du bureau", "respuesta automática", "fuera de la oficina", "risposta automatica",
            "fuori ufficio", "resposta automática", "fora do escritório", "automatisch antwoord", "afwezig*", "автоответ", "不在通知", "*自動返信*", "*自动回复*",
        ],
    ),
    // Providers' own texts and codes.
    by("Google", Reason::Speeding, &["unusual rate of unsolicited", "receiving mail too quickly", "receiving mail at a rate", "daily user sending limit*|quota", "receivingrate*", "unusual rate of email"]),
    by("Google", Reason::BadReputation, &["suspicious due to .. low reputation", "very low reputation", "low reputation of the sending"]),
    by("Google", Reason::RequirePtr, &["does not meet ipv6 sending guidelines regarding ptr", "doesnt have a ptr record", "not have a ptr record", "sending domain ptr"]),
    by("Google", Reason::AuthFailure, &["sender is unauthenticated", "sender is not authenticated", "mail is unauthenticated", "unauthenticated email from", "does not have authentication information", "authentication information or fails to pass authentication", "require* all|bulk senders to authenticate", "isnt|not authenticated .. spf|dkim", "p unauthenticatedemail"]),
    by("Google", Reason::SpamDetected, &["likely unsolicited mail", "likely suspicious due to the nature", "suspicious due to the nature of the content", "p unsolicitedmessageerror"]),
    by("Google", Reason::ContentError, &["content presents a potential security issue", "blocked because its content", "p blockedmessage"]),
    by("Google", Reason::UserUnknown, &["that you tried to reach does not exist", "p nosuchuser"]),
    by("Google", Reason::Suspend, &["that you tried to reach is disabled|inactive|over_due", "p disableduser"]),
    by("Google", Reason::MailboxFull, &["inbox is out of storage", "that you tried to reach is over quota", "p overquota*"]),
    by("Google", Reason::MesgTooBig, &["exceeded googles message size", "p maxsizeerror"]),
    by("Google", Reason::HostUnknown, &["responded with code nxdomain", "dns error .. domain name not found"]),
    by("Google", Reason::NotCompliantRfc, &["messages missing a valid", "messages with multiple addresses in from", "not rfc 5322|2822|5321 compliant", "rfc 5322|2822 compliant"]),
    by("Google", Reason::SecurityError, &["username and password not accepted", "p badcredentials", "application specific password required", "web login required", "log in via your web browser"]),
    by("Google", Reason::Filtered, &["group you tried to contact .. may not exist or you may not have permission", "may not have permission to post", "you may not have permission"]),
    by("Google", Reason::NetworkError, &["recipient server did not accept our requests to connect", "server dropped connection .. mail"]),
    by("Microsoft", Reason::BadReputation, &["rate limited due to ip reputation", "s775", "rate limit* .. ip domain reputation .. poor"]),
    by("Microsoft", Reason::Speeding, &["rp-00*|rp 001|rp 002|rp 003", "exceeded the rate limit allowed", "submissionquotaexceeded*", "has exceeded its message submission", "recipientratelimit*", "tenant has exceeded threshold", "exceeded the outbound"]),
    by("Microsoft", Reason::Blocked, &["part of their network is on our block list", "s3140", "s3150", "access denied banned send*|sender", "banned sending ip", "bad outbound sender", "service unavailable .. your organization .. spam", "traffic not accepted from this ip", "s844|s843|s842", "unfortunately messages from"]),
    by("Microsoft", Reason::AuthFailure, &["does not pass dmarc verification", "doesnt|not meet the required authentication level", "must pass either spf or dkim", "unauthenticated .. not accepted due to dmarc"]),
    by("Microsoft", Reason::Filtered, &["*.rst.notauth*", "*senderno*authenticatedfor*", "*restrictdomain*|*.rst.restrict*", "delivery restriction", "*requiresauth*|*authrequired*", "not authorized to send to the recipient", "dont have permission to send to", "isnt allowed|permitted to send .. recipient*|group", "group only accepts", "only accepts messages from"]),
    by("Microsoft", Reason::MesgTooBig, &["*sizelimit", "*messagesizeexceeded*|*messagetoolarge*"]),
    by("Microsoft", Reason::MailboxFull, &["*quotaexceededexception*", "*mailboxfull*", "*recipientquota*", "mapiexceptionshutoffquotaexceeded"]),
    by("Microsoft", Reason::UserUnknown, &["*recipnotfound*|*recipientnotfound*", "recipient address rejected access denied", "*adr.exrecipnotfound*", "*mailboxunknown*", "*resolver.adr.invalid*"]),
    by("Microsoft", Reason::HostUnknown, &["infodomainnonexistent", "dns domain .. does not exist"]),
    by("Microsoft", Reason::Expired, &["*queue.expired*", "message expired"]),
    by("Microsoft", Reason::NoRelaying, &["tenantattribution"]),
    by("Microsoft", Reason::Rejected, &["not have permission* to send as", "*sendasdenied*", "sending as the address"]),
    by("Microsoft", Reason::SecurityError, &["*smtpclientauth* .. disabled", "basic authentication is disabled", "client not|was_not|is_not authenticated"]),
    by("Microsoft", Reason::FailedStartTls, &["tlsa invalid", "*dnssec* invalid|fail*", "starttls not supported", "dane validation", "certificate expired"]),
    by("Microsoft", Reason::SystemError, &["*storagetransient*|*mapiexception*|*.deliver.exception*|*storagepermanent*"]),
    by("Yahoo", Reason::Rejected, &["will be permanently deferred", "tss04|tss09", "unexpected volume or user complaints", "all messages from .. permanently deferred"]),
    by("Yahoo", Reason::Speeding, &["tss11|tss12|tss05|tss02", "user receiving mail too quickly"]),
    by("Yahoo", Reason::Blocked, &["bl21|bl22|bl23", "connections will not be accepted from", "connections not accepted from", "gl01"]),
    by("Yahoo", Reason::UserUnknown, &["this user doesnt have a", "dd requested mail action not taken mailbox unavailable", "user doesnt have a .. account"]),
    by("Yahoo", Reason::AuthFailure, &["not accepted for policy reasons .. auth*|dmarc|dkim|spf", "message not accepted .. dmarc"]),
    by("Yahoo", Reason::PolicyViolation, &["ph01", "not accepted for policy reasons"]),
    by("Apple", Reason::Blocked, &["cs01"]),
    by("Apple", Reason::SpamDetected, &["hm07|hm08"]),
    by("Apple", Reason::AuthFailure, &["hme1 .. auth*"]),
    by("Mimecast", Reason::AuthFailure, &["anti spoofing", "dmarc sender invalid", "dkim sender invalid", "spf sender invalid"]),
    by("Mimecast", Reason::SpamDetected, &["header based manually blocked", "signature detected", "mcspamsignature .. content"]),
    by("Mimecast", Reason::Filtered, &["envelope blocked", "manually blocked"]),
    by("Proofpoint", Reason::Blocked, &["*ipcheck.proofpoint.com*", "proofpoint dynamic reputation", "*proofpoint.com .. ip"]),
    by("Barracuda", Reason::Blocked, &["barracuda reputation", "*barracudacentral.org*", "barracuda .. block* list", "*barracudanetworks.com .. reputation*"]),
    by("Barracuda", Reason::SpamDetected, &["blocked by barracuda", "barracuda .. content"]),
    by("Cloudmark", Reason::Blocked, &["cloudmark sender intelligence", "csi.cloudmark*|*csi.cloudmark.com"]),
    by("Cloudmark", Reason::SpamDetected, &["cmae .. blocked|spam|detected", "message blocked .. cloudmark"]),
    by("AT&T", Reason::Blocked, &["dnsbl attrbl", "is blocked .. *att.com*|*att.net*|*attglobal*|*bellsouth*|abuse rbl", "flpd*|alph*|flph*|frfwmx* .. blocked|dnsbl"]),
    by("AT&T", Reason::Rejected, &["sender rejected aup"]),
    by("Comcast", Reason::Blocked, &["comcast block for spam", "bl000*|bl00001", "comcast .. blocked"]),
    by("Comcast", Reason::TooManyConn, &["rl000*", "comcast .. throttl*"]),
    by("Comcast", Reason::AuthFailure, &["comcast .. dmarc"]),
    by("Cox", Reason::Blocked, &["cxbl", "cxmxrt", "cxdns* .. blocked", "aup cx*|cmsmtp", "blocked aup"]),
    by("Cox", Reason::Speeding, &["cxmxr*|cxsnd|cxsxmt"]),
    by("GMX/web.de", Reason::RequirePtr, &["bad dns ptr resource record", "no ptr records|record"]),
    by("GMX/web.de", Reason::PolicyViolation, &["reject due to policy restrictions"]),
    by("T-Online", Reason::Blocked, &["*tosa .. t-online.de*", "ask for help at tosa", "tosa rx"]),
    by("Orange", Reason::UserUnknown, &["ofr 416|204|205", "ofr204 416", "destinataire invalide"]),
    by("Orange", Reason::MailboxFull, &["ofr 417"]),
    by("Orange", Reason::SpamDetected, &["ofr 506"]),
    by("Orange", Reason::TooManyConn, &["trop de connexions", "ofr 104|109|101|102|103|108|111"]),
    by("Orange", Reason::Blocked, &["ofr 005|006|007|008"]),
    by("LaPoste", Reason::Blocked, &["lpn* .. bloqu*|blocked|spam"]),
    by("Free", Reason::Speeding, &["too many spams from your ip", "proxad .. too many"]),
    by("NetEase", Reason::SpamDetected, &["dt spm", "dt sum", "mi spb|spf .. spam", "*help_spam_16*"]),
    by("NetEase", Reason::Speeding, &["mi dmc|stc|ssc|rbl|sdt"]),
    by("NetEase", Reason::AuthFailure, &["mi spf|dkm"]),
    by("NetEase", Reason::NotCompliantRfc, &["mi nhd|imf|hdr"]),
    by("QQ", Reason::SpamDetected, &["mail content denied", "suspected .. bounce attacks", "spam is embedded in the email"]),
    by("QQ", Reason::Speeding, &["connection frequency limited", "domain frequency limited", "ip frequency limited", "frequency limited", "sender frequency"]),
    by("QQ", Reason::Blocked, &["connection denied", "mail .. ip .. blacklist"]),
    by("Mail.ru", Reason::Suspend, &["user is terminated", "account .. terminated"]),
    by("Mail.ru", Reason::SpamDetected, &["*help.mail.ru .. spam*", "spam message discarded|rejected", "notspam support"]),
    by("Yandex", Reason::SpamDetected, &["message rejected under suspicion of spam", "*help.yandex.ru .. spam*|honest*", "suspicion of spam"]),
    by("Naver", Reason::Blocked, &["nsmtp .. blocked|denied"]),
    by("CommuniGate", Reason::Filtered, &["mailbox rules reject"]),
    // Messages that a sending service holds back.
    says(Reason::Suppressed, &["suppress* list", "suppressed", "previously bounced", "on .. bounce list", "recent hard bounce", "bounced address", "unsubscribed address|recipient", "recipient .. unsubscribed", "has a history of bouncing", "sending to this address is paused"]),
    // Sender checks by name, before lists and words.
    says(Reason::RequirePtr, &["cannot|cant|couldnt|not|unable_to find|resolve|verify your|the ?reverse hostname|host_name|ptr|rdns", "reverse dns", "*reverse dns*", "rdns", "fcrdns", "ptr|ptrs", "reverse lookup|hostname|host|name|mapping|resolution|record|records|entry|zone", "forward confirmed", "ip name lookup failed", "ip|address .. does not have a hostname|host_name", "unresolvable client|ip|host", "name lookup failed for ip", "no hostname|host_name .. ip", "no rdns|rdns_record", "client host .. no name", "cannot resolve your|client ?ip address|ip|host", "dns inverso|inversa|reverso|inverse", "résolution inverse", "reverse dns eintrag", "revers* dns", "resolve your ip|client", "your ip .. has no dns|name", "cannot find your hostname", "nombre .. inverso"]),
    says(
        Reason::Blocked,
        &[
            "*spamhaus*", "*spamcop*", "*sorbs*", "*uceprotect*", "*spamrats*", "*abuseat*", "*surriel*", "*backscatterer*", "*njabl*",
            "*abusix*", "*mailspike*", "*invaluement*", "*senderscore.org .. listed", "*nixspam*", "*manitu.net*", "*psbl*", "*dsbl*", "*dnsbl*",
            "*dnswl .. listed", "*rbl|rbls|rblsmtpd|rbldns*|*rbl.*", "ers dul", "*trendmicro .. blocked|listed*", "*spamsources*", "*blocklist*", "*block.list*",
            "*blacklist*", "black list*|block_list*|blocking_list*|deny_list*|denylist*|blocked_list", "blocked using", "is|was|are listed in|on|at|by", "listed in|on|at ?the *.org|*.net|*.com|*.de|list|rbl",
            "liste noire", "listes noires", "lista negra", "listas negras", "lista nera", "blackliste*", "schwarze* liste", "zwarte lijst", "czarn* liści*|lista|list*", "черн* списк*|список", "чёрн* списк*|список", "*黑名单*", "*ブラックリスト*",
            "senderbase .. blocked", "open relay|proxy", "botnet|zombie", "spam source", "known spam source|sender|server", "spammer*", "ip|address is|was|has_been blocked|banned", "ask your postmaster for help", "dynamic ip*|range|pool|host|address|dialup", "dynamic|dialup|dial_up|residential ip*|address*|range*|host*|users", "dul list", "ip .. dynamic*",
        ],
    ),
    says(
        Reason::AuthFailure,
        &[
            "{auth} .. {fail}", "{fail} .. {auth}", "dmarc", "{auth} check|record|policy|validation|verification|signature|alignment", "openspf", "*openspf*", "*dmarc.org*", "not|isnt authorized|permitted|allowed|designated to send mail|mails|email|messages|for|on|from .. domain",
            "does not designate", "not a permitted sender", "not a designated", "failed sender authentication", "sender authentication failed", "domain authentication failed", "email authentication failed", "unauthenticated sender|mail|email|message*",
            "{auth} prüfung", "kein .. spf|dkim", "spf prüfung .. fehl*", "spf|dkim|dmarc|arc .. fehl*|ungültig|échec|échou*|fall*|inválid*|non valido|no válid*", "message .. not signed", "spoof* domain|sender|protection", "not authoriz*|allowed by the domain to send",
        ],
    ),
    says(Reason::Greylisted, &["*greylist*", "*graylist*", "grey|gray list*", "postgrey", "grey trap*", "greylisté", "first time .. triplet|sender", "triplet", "*тосписк*|*серый список*|грейлист*", "seen for the first time", "first time sender", "please retry .. first delivery attempt", "milter greylist", "sqlgrey", "*グレイリスト*|*灰名单*"]),
    says(Reason::VirusDetected, &["*virus*", "virus", "viruses", "malware", "infected", "trojan*", "phishing", "worm", "eicar*", "clamav", "ransomware", "вирус*", "malicious ?content|attachment|link|url|code|payload|software", "*ウイルス*|*病毒*", "schadsoftware"]),
    says(
        Reason::TooManyConn,
        &[
            "too many ?concurrent|simultaneous|open|smtp|active|tcp|parallel|incoming ?smtp connection*|session*", "too many .. connections", "connection* limit|count|quota", "limit .. connections", "concurrent connection*|session*", "simultaneous connection*|session*", "max* ?number|message|messages|number_of .. connection*|sessions", "connections .. exceed*|limit|max*", "too many recipients|rcpt|rcpts|receivers|addressees", "maximum|max number of recipients", "recipients .. exceed*|limit", "number of recipients", "recipient limit", "too many sessions|processes|threads|hosts", "connections from your", "zu viele ?gleichzeitige verbindungen|empfänger", "trop de connexions|destinataires", "demasiad* conexiones|destinatarios", "troppe|troppi connessioni|destinatari", "muitas conexões|conexoes", "te veel verbindingen|ontvangers", "zbyt wiele|dużo połączeń|odbiorców", "слишком много соединений|подключений|получателей", "server .. too busy|is_busy|overloaded", "too busy", "load .. too high", "connection rate",
        ],
    ),
    // Sending limits use the words of mailbox limits.
    says(
        Reason::Speeding,
        &[
            "rate limit*|ratelimit*|rate_limited", "*ratelimit*", "limit* .. rate", "throttl*", "too many {msg} .. short|hour|minute|day|minutes|hours|today|period|recently|time|past|last|from|sent|per|received|to|in|for|by", "too many messages|mails|emails|msgs|letters",
            "max*|maximum|limit* .. per hour|day|minute|second|24_hours", "per hour|day|minute|second .. limit|exceeded|allowed", "sending limit*|quota|rate", "hourly|daily|monthly|weekly ?sending|message|email|mail|user|outgoing|sender limit*|quota|allowance|maximum", "daily .. limit exceed*|reached", "too fast|quickly|frequent*|often", "slow down", "message|mail|delivery|email|sending|submission rate|frequency .. exceed*|limit*|high|too", "{msg} rate", "quota for sending", "defers and failures per hour", "mail flood", "flood* .. detected|control",
            "zu viele nachrichten|mails|e_mails|emails", "trop de messages|mails|courriels|mails", "demasiados mensajes|correos", "troppi messaggi", "te veel berichten", "muitas mensagens|mensagens_demais", "zbyt wiele|dużo wiadomości", "слишком много|часто писем|сообщений", "*发送过于频繁*|*頻度*", "volume .. exceed*", "exceed* .. volume", "burst*|sending_too_much", "too much mail|email|traffic", "sent too many|much", "velocity",
        ],
    ),
    says(Reason::SystemFull, &["no space left on", "out of disk ?space", "insufficient system storage|resources|space|disk", "*useddiskspace*", "mail system full"]),
    // Size and space. A full mailbox is said in many words; what is too large is the message.
    says(Reason::ExceedLimit, &["administrative limit", "attachment size limit", "line too long", "lines too long|longer", "header* size|length exceed*|limit", "header* too large|big|long", "size limit for this|the|that|recipients mailbox|account|user|recipient", "too large|big for this|the|recipients mailbox|recipient|user|account", "larger .. this mailbox|recipient can|may|accept*"]),
    says(
        Reason::MailboxFull,
        &[
            "{box} ?is|was|s|has_been|box ?now|currently|already|almost {full}", "{box} .. ?is full", "is|was full", "{box} .. over|exceed*|above|out_of|hit|reached|beyond .. quota|limit|storage|space|allocation|capacity|allowance", "over|exceed*|out_of|above ?its|the|their|his|her|mail|disk|storage|mailbox|maximum|allowed|allocated|user|email|of ?mail|disk|storage|mailbox|allocated|space quota|quotas", "overquota*", "quota exceed*|full|limit*|violation|reached|problem", "quota .. exceed*|full|reached|violat*", "exceed* .. quota", "exceeded|exceeds|exceeding storage|disk|mailbox|space|the_storage|his|her|its allocation|space|quota|limit|storage|capacity", "disk quota", "mail|mailbox|storage|inbox|user|maildir quota", "mailbox|storage|inbox|account .. size|storage limit", "mailbox|inbox|account .. ?has reached|exceed*|hit .. limit|maximum|capacity", "out of storage|quota|space", "insufficient disk|storage space for user|mailbox|recipient", "storage|disk limit exceed*|reached", "not enough|insufficient|no|lack_of ?free|disk|storage|enough|more|available space|room|storage .. mailbox|user|account|recipient|inbox", "{box} .. not enough|insufficient|no|lacks ?free|disk|storage|enough|more space|room|storage", "maildir|mailbox .. over|full", "mailbox .. too large|big", "quota overflow", "exceeded his|her|their", "{box} .. exceeds allowed size", "space limit", "message .. would exceed",
            // Other languages.
            "*postfach|*mailbox|*konto|*speicher|briefkasten .. voll|überfüllt|übervoll|überschritten|vollgelaufen|erschöpft", "speicherplatz .. erschöpft|überschritten|voll|ausreich*", "kein .. speicherplatz", "quota überschritten", "boite|boîte|bal|messagerie|compte .. pleine|plein|saturée|saturé", "quota .. dépassé|atteint|atteinte|superado|excedid*|superat*|excedeu|przekrocz*|overschreden", "dépasse* .. quota|capacité", "buzón|casilla|cuenta|casella|caixa|mailbox|conta|bandeja .. llen*|lleno|llena|piena|pieno|cheia|cheio|lotada|saturado", "cuota|espacio|almacenamiento .. exced*|super*|llen*|agotado|insuficiente", "sin espacio", "spazio .. esaurito|insufficiente|superato", "quota|cota .. excedid*|esgotad*|ultrapassa*", "excede* .. cota|quota", "postvak|mailbox|postbus .. vol", "*skrzynka|*skrzynki|konto|konta|skrzynce .. pełna|pełne|przepełnion*|przekrocz*|brak", "przekroc* .. limit*|quot*|pojemno*", "limit .. miejsca|skrzynki", "ящик|почтовый ящик .. перепол*|полон|заполн*", "ящик перепол*|полон|заполнен*", "превыш* .. квот*|лимит*", "квота .. превыш*", "perepoln*", "yashchik perepolnen|polon", "*容量*|*一杯*|*いっぱい*|*邮箱已满*|*邮箱满*|*空间不足*|*郵箱*滿*|*信箱已滿*|*超出配额*|*满*",
        ],
    ),
    says(Reason::SystemFull, &["insufficient system storage|resources|disk", "insufficient|not_enough|no|low_on|lack_of ?free|enough|system|disk|more disk|storage|system ?space|storage|left", "no space left", "out of disk", "disk|filesystem|volume|spool|partition ?is full", "*useddiskspace*", "mail system full", "system|server ?is|storage|mailbox full", "out of disk space", "disk space .. low|full", "espace disque insuffisant", "festplatte voll"]),
    says(
        Reason::MesgTooBig,
        &[
            "{msg} ?size|length ?is|was|of|exceeds exceed*|too_large|too_big|larger|over|bigger|greater", "{msg}|size|attachment*|file .. too large|big", "{msg} .. exceed*|larger|bigger .. size|limit*|maximum|length", "exceed* .. {msg} size|length", "exceed*|over .. ?maximum|max|allowed|permitted|fixed|the|size size limit|size|limits", "size limit*", "size .. exceed*|greater|larger|bigger|too|over", "too large|big for", "databytes", "larger than .. limit|allowed|accept*", "max* ?message|mail|email|allowed ?size size", "message exceeded", "max size|message_size .. exceed*",
            "nachricht|mail|e_mail|email|anhang .. zu groß|gross|umfangreich", "größe .. überschr*|überst*", "taille .. dépass*|import*|élev*|maxim*", "message trop gros|volumineux|grand|important|lourd", "trop volumineux", "mensaje|correo|tamaño|mensagem|tamanho|messaggio|dimensione .. excede|supera|grande|superior|troppo|máximo|massima", "demasiado|muito|troppo grande", "bericht|mail .. te groot", "wiadomość|rozmiar .. za duża|duży|przekracza|zbyt", "zbyt duż*", "размер .. превыш*|велик*", "слишком большо*|велик*", "*サイズ*|*过大*|*太大*|*超过*大小*",
        ],
    ),
    // The address has moved.
    says(Reason::HasMoved, &["{box} .. has|have moved", "user|recipient|account|mailbox|person ?has moved", "has|have changed .. address", "new ?email|mail|e_mail address is|to|of", "has|been replaced by", "no longer on server", "moved to ?new|another|a|the", "please|now use .. new address", "address ?has|was changed", "address .. changed to", "changed to a new", "neue adresse", "adresse .. geändert", "changé d adresse|adresse", "nouvelle adresse", "nueva dirección|dirección_nueva", "nuovo indirizzo", "novo endereço", "nieuw adres", "nowy adres", "новый адрес", "umgezogen", "verzogen"]),
    // Senders: before the words for unknown recipients, which they share.
    says(
        Reason::Rejected,
        &[
            "{sender} ?verif* ?has|could fail*|rejected|reject|not", "{sender} ?verif* .. fail*", "sender verify|verification|callout", "could not|couldnt verify|complete sender", "verif* fail* for", "{sender} ?address ?is|was|has_been|not|domain reject*|refused|denied|unknown|invalid|blocked|not_allowed|not_accepted|not_found|not_exist|banned|forbidden|unacceptable|prohibited|not_permitted|not_verified|unverified|not_valid|does_not_exist|not_authorized|incorrect|bad", "{sender} .. not|doesnt exist|exists|valid|resolve|found|allowed|permitted|accepted|verified|have_a_valid|owned", "{sender} .. invalid|unknown|rejected|blocked|refused|denied|nonexistent|unresolvable|forged|unverified|syntactically|malformed|misformed|bad|not_local", "bad|invalid|unknown|unverifiable|unresolvable|unacceptable|illegal|malformed|missing|fake|unroutable|unrouteable|undeliverable|unknown {sender}", "address rejected sender", "domain of sender .. not|does", "domain .. sender address", "badmailfrom", "*badmailfrom*", "backscatter", "null sender|return_path .. not|reject*|refus*|denied", "from|sender address .. not|isnt .. domain|local|match*", "not owned by user", "not logged in", "domain must exist|resolve|be", "not allowed|authorized|permitted to send|use .. as|from_this|with_this|this_sender|from_address|this_address", "will not accept|reject* mail|email|messages from .. domain|sender|address", "no mail|emails|mails|email accept*|from ?this|that sender|domain", "relay* .. sender", "dont accept|want mail|emails from .. domain|you|sender", "sender .. domain .. not", "mail from .. denied|refused|rejected|not_allowed|not_accepted|blocked",
            "absender* .. abgelehnt|ungültig|unbekannt|existiert|gesperrt|nicht|abgewiesen|unzulässig|blockiert", "*absender* abgelehnt|ungültig|unbekannt|nicht", "*absenderadresse .. abgelehnt|ungültig|unbekannt|nicht", "expéditeur .. rejeté|refusé|invalide|inconnu|inexistant|interdit|bloqué|non", "adresse .. expéditeur .. rejet*|refus*|invalide|inconnu*|incorrect*", "remitente .. rechaz*|desconocid*|inválido|no|bloquead*|denegad*", "mittente .. rifiutat*|respint*|sconosciuto|non|bloccat*|inesistente", "remetente .. rejeitad*|recusad*|inválid*|desconhecid*|não|bloquead*", "afzender .. geweigerd|onbekend|niet|ongeldig", "nadawc* .. odrzuc*|nieznan*|nie|niepoprawn*|zablokowan*", "отправител* .. отклон*|не|неизвест*|запрещ*|заблокир*", "*発信者*|*送信者*|*发件人*|*寄件人*",
        ],
    ),
    // Relaying: before log-in words, which come with it.
    says(
        Reason::NoRelaying,
        &[
            "rcpthosts", "*rcpthosts*", "relay access denied", "relay* ?is|was|access|mail|attempt|through|to|by|from|of|for|has_been denied|not|prohibited|refused|rejected|forbidden|disallowed|disabled|blocked|restricted|unauthorized|disallow*", "{not}|unable|no|without|unauthorized|prohibit*|refus*|den*|dont|do_not|not_allowed|attempt*|illegal|wont .. relay|relaying|relayed", "not|is_not|isnt permitted|allowed|authorized to relay", "relay* .. denied|not_permitted|not_allowed|prohibited|refused|forbidden", "we do not|dont relay", "authenticat* .. to relay", "mail ?to this domain .. not|isnt .. here|local|accepted", "not .. gateway|mail_exchanger for", "not a local|hosted domain|address", "no relay|relaying", "domain is|are|isnt not|hosted|local|handled|served hosted|here|local|handled|served", "domain|host .. not .. hosted|handled|served|configured|supported ?here|on_this|by_this|local*", "domain isnt|not allowed ?to ?be relay*", "dont|do_not handle|accept mail|email for", "must|please .. smtp authentication .. client|relay|turn_on", "turn on smtp authentication", "not one of my|our domains", "{domain} .. not in my|our .. list|domains", "domain|host unknown|not_in to|in|by this|our server|system", "pop before smtp", "check .. mail first", "not permitted to relay",
            "relay* .. nicht|verboten|abgelehnt|verweigert|unzulässig", "relais|relayage .. interdit|refusé|non|refuse", "relay .. no permitido|denegad*|prohibid*|non_consentit*|negat*|não|vietato|negado|geweigerd|niet|zabroni*|odmow*|запрещ*", "пересылка .. запрещ*|relay запрещ*", "nie .. relay", "*中继*|*中繼*",
        ],
    ),
    // The recipient's own will.
    says(
        Reason::Filtered,
        &[
            "{box}|owner|they|he|she|person .. ?has|have reject*|refus*|blocked|blocks|block mail|messages|email|from|your|you|this_sender|the_message|sender|message|any", "reject*|refus*|blocked|blocked_by|filtered|denied by|from ?the|a|their|our recipient|user|recipients|users|owner|addressee|mailbox|receiver|subscriber ?filter*|rule*|policy|system|account|s|preferences|settings", "personal block|blacklist|list", "personal|private .. block list|list", "whitelist*", "white list", "allow list|allowlist", "members only|only_members|member_only", "only .. members|subscribers|authorized|authorised|approved|moderators|owner .. post|send|allowed|may|can|accept*|to", "only ?accept* .. from|by .. members|contacts|known|addresses|subscribers|people|internal|authorized|list|whitelist|senders", "only accept* mail|messages|email from", "not ?a allowed|permitted|authorized|subscribed|member|subscriber .. list|group|post|mailing", "not subscribed|authorised .. list|post", "not accepting|accept* mail|email|messages|anything|any from you|your|this_sender|your_address", "you .. not allowed|permitted|authorized to send|post|write|mail .. to", "restricted ?to internal|group|list|senders|recipient|distribution", "sender .. not .. whitelist|address_book|contact*|approved|safe", "challenge response", "confirm .. sender|you_are_human", "user rejects|reject|refuses|refused", "recipient .. configured|rule|rules|filter* .. reject*|refus*|block*|discard*", "user filter", "sieve .. reject*", "rejected|discarded|blocked ?by sieve|user_filter|filter|mailbox_rules|recipients_filter", "mail is rejected by recipients", "not in my contact*|address_book|accept*", "blocked by .. recipient", "authentication required to send to",
            "empfänger .. ablehn*|lehnt|verweigert|blockiert|gesperrt_sie|nimmt_keine", "nur .. mitglieder|angemeldete|autorisierte", "refusé par le destinataire", "destinataire .. refuse|bloqu*", "rechaz* por el destinatario|usuario", "rifiutat* dal destinatario", "recusad*|rejeitad* pelo destinatário|usuário", "geweigerd door|de ontvanger", "odrzuc* przez odbiorc*|adresat*", "отклон* получател*", "только .. подписчик*|член*",
        ],
    ),
    // Switched off.
    says(
        Reason::Suspend,
        &[
            "{box} ?that|name ?is|was|has_been|been|currently|has|this|is_currently|has_been_temporarily|temporarily|is_temporarily|are ?temporarily|currently|now|been|administratively {off}", "{box} .. is|was|been|has|currently|due ?been|temporarily|currently|now|administratively {off}", "{off} {box}", "suspended ?or|for|by|because|due|mailbox|user|account", "disabled ?recipient|account|mailbox|user|by|for", "bounced because account is disabled", "deactivated|inactive ?mailbox|account|user|for|due|since", "no longer active|valid|in_service|in_use|available|enabled|with|works|employed|used", "not active", "{box} .. no longer|not|isnt ?be accept*|accepting|receive|receiving|allowed ?any|to|new|more mail|messages|email|delivery|receive|deliveries", "not accepting|allowed|able to_receive|messages|mail|email|deliveries ?mail|at_this_time|for_this", "not|cannot|unable_to|refus* receive|accept|accepting|receiving mail|messages|email|e_mail .. disabled|inactive|suspended|locked", "temporarily locked", "account|mailbox|user|recipient locked|frozen|blocked|closed|expired|cancelled|removed_for|deactivated|unavailable_due", "inactive|dormant|abandoned|disused user|account|mailbox|recipient|for|address", "payment|unpaid|non_payment|overdue .. account|mailbox|suspend*", "contact .. provider .. account", "hold mail|for", "user is not active", "left the company|organization|organisation", "no longer works|employed|employee|with", "mailbox|account .. blocked|frozen|barred", "recipient .. disabled", "invalid account status", "account .. not .. activ*",
            "*konto|*postfach|*mailbox|benutzer|account|empfänger* .. gesperrt|deaktiviert|abgeschaltet|stillgelegt|inaktiv|geschlossen|gekündigt|eingefroren", "boîte|boite|compte|adresse|destinataire|bal .. désactivée|desactivee|désactivé|suspendu*|bloqué*|fermé*|archivé*|clôturé*|inactif|inactive", "cuenta|buzón|usuario|casilla|correo .. desactivad*|suspendid*|bloquead*|inactiv*|deshabilitad*|cancelad*|cerrad*", "casella|utente|account|indirizzo .. disattivat*|sospes*|disabilitat*|bloccat*|scadut*|chius*", "conta|caixa|usuário|endereço .. desativad*|suspens*|bloquead*|inativ*|desabilitad*|encerrad*|cancelad*", "account|mailbox|gebruiker|postvak .. geblokkeerd|uitgeschakeld|opgeheven|gedeactiveerd|inactief|opgeschort|afgesloten", "konto|skrzynka|użytkownik .. zablokowan*|nieaktywn*|zawieszon*|wyłączon*|dezaktyw*|wygas*", "ящик|аккаунт|учетн*|пользователь|запись .. заблокир*|отключ*|неактив*|приостанов*|удален*|блокир*|деактивир*", "*停止*|*无效账号*|*冻结*|*禁用*|*已停用*|*利用停止*|*锁定*",
        ],
    ),
    // Domains: temporary look-up trouble before the final answer.
    says(Reason::NetworkError, &["host not found try again", "cname lookup failed temporarily", "temporary|temporarily .. ?name|dns|host|mx lookup|resolution|resolve fail*|error", "lookup|resolution .. temporar*|timed_out|timeout|try_again|servfail", "temporary dns|lookup|resolver|nameserver", "temporarily unable to resolve|look_up", "dns .. timeout|timed_out|servfail|server_failure|temporar*|try_again|unreachable", "servfail", "*servfail*", "malformed|unexpected name server reply", "all nameservers failed|timeout|unreachable", "temporary failure in name resolution", "host .. not found .. try again", "loops back to ?myself|itself", "best preference mx", "mail|routing|message|forwarding|delivery|forward|email loop*", "message .. looping", "*loop .. detected|found", "looping", "too many hops|received", "hop count", "hops .. exceed*|too_many|maximum", "loop ?detected|back|too", "mx .. points|point to local|myself|ourself|this|loopback|localhost", "lowest numbered mx record points to local", "max* ?number|forward* hops|forwards|received|forwarding", "postschleife|mailschleife|endlosschleife", "boucle", "bucle", "petla|pętla"]),
    says(
        Reason::HostUnknown,
        &[
            "host|domain|hostname|host_name|host_domain|domain_name|host_or_domain ?name ?is|was|does unknown|not_found|unroutable|nonexistent|non_existent|does_not_exist|doesnt_exist|not_exist|invalid|not_resolvable|unresolvable|not_known", "unknown|invalid|bad|nonexistent|non_existent|no_such|unroutable|unrouteable|unresolvable|illegal ?mail|destination|recipient|email domain|host|hostname|mail_domain|mail_server|domain_name", "all relevant mx records point", "no ?such|valid|usable|a|or|relevant mx|mx_record|mx_records|a_record|a_mx|mail_exchanger|mail_server|mail_servers|mail_hosts|mx_host|mx_hosts|mx_a|a_or_mx|dns_record|dns_records|a_mx_record ?for|found|record|records|or|could", "nxdomain", "*nxdomain*", "couldnt find any host", "couldnt find a mail exchanger", "all host address lookups failed", "all lookups failed", "{domain} .. {unknown}", "{domain} .. ?does not|doesnt|cannot|could|couldnt ?be resolve|resolved|exist|exists|found|located", "recipient|destination domain .. not|unknown|invalid", "domain in the .. address .. not|does", "name or service not known", "name service error", "dns .. no such|records|mail", "host found but no data", "no mail|smtp server|servers|host|hosts for|found|could|at", "no address associated", "unable|cannot|failed to resolve|look_up|lookup|find ?the|host|route|mx|domain ?mx|host|domain|mail|address|hostname|route|server", "unresolvable|unrouteable|unroutable mail domain|domain|destination|host", "no route to domain", "null a record", "domain ?has expired|parked", "domain .. invalid|unresolvable|expired|fake",
            "*domain|*domäne|host|rechner .. existiert|unbekannt|gefunden|ungültig|gibt", "domaine .. inexistant|inconnu|existe|introuvable|invalide", "dominio .. no existe|desconocido|inexistente|non_esiste|sconosciuto|inesistente|inválido|no_encontrado", "domínio .. não|inexistente|desconhecido|inválido", "domein .. bestaat|onbekend|niet|ongeldig", "domen* .. nie|nieznan*|не|неизвестн*", "домен .. не|несуществ*|неизвестн*", "*域名不存在*|*ドメイン*存在*",
        ],
    ),
    says(Reason::NotAccept, &["nullmx", "null mx", "{not}|no|never|dont accept|accepts|accepting|receive|receives|receiving|take|handle ?any|network|incoming|inbound ?email|mail|emails|e_mail|messages|incoming", "accepts no|not mail", "no smtp service here", "not accept* any|network mail|messages|email", "this ?server|host|system|domain|address .. not|doesnt accept|receive mail|email|messages|incoming", "smtp service is not available here", "does not|do_not|doesnt want ?any|to mail", "server ?does not|doesnt accept|receive", "unmonitored|not_monitored|send_only|no_reply|noreply|outgoing_only|outbound_only ?mailbox|address|host|account|only|domain|mail", "domain .. no mail|email|messages", "smtp protocol returned a permanent error", "nimmt keine mail|mails|e_mails|nachrichten", "n accepte|reçoit pas|aucun", "no acepta|recibe correo*|mensajes", "non accetta|riceve posta|messaggi|mail|email", "não aceita|recebe e_mail*|mensagens"]),
    // No such address. The widest group of all.
    says(
        Reason::UserUnknown,
        &[
            "no mailbox here by that name", "no|not_a|isnt_a|is_not_a ?such|valid|known|local|matching|existing|current|registered|active|a {box}", "no such ?a|an|local|email|mail|valid|virtual|recipient {box}", "{box} ?name|here|part|given|specified|that|you|of|does|was|is|s|not|is_an|has ?is|was|has|does|been|an|name {unknown}", "{box} .. {not} .. exist*|found|valid|known|recognized|located|listed|here|local|our|registered|hosted|belong|match", "unknown|invalid|bad|nonexistent|non_existent|illegal|unrouteable|unroutable|unrouted|undeliverable|wrong|incorrect|unrecognized|unkown|unknow|fake|malformed|inexistent|nonlocal|not_our|unregistered|misspelled|false ?or|virtual|local|mail|recipient|email|to|e_mail|final|final_recipient|destination|target ?unknown|illegal|non_existent|inexistent|virtual|local|invalid|mail|delivery {box}", "{box} .. unknown|undeliverable|nonexistent|non_existent|inexistent|misspelled", "{box} ?address|to|for|s ?is|was|has_been|been|temporarily reject*|refused|unavailable|not_available|not_accepted|not_allowed|denied|invalid|incorrect|wrong", "address reject*|refused|error|invalid", "recipient reject*|refused|invalid|unavailable|verif*|not", "mailbox unavailable|not_available|invalid|not_local|removed|deleted", "*chkuser*", "not our customer", "unrouteable|unroutable|undeliverable ?mail|e_mail|email address|recipient", "validrcptto", "*validrcptto*", "no valid|correct recipients|recipient|address", "no recipients", "user|recipient|mailbox .. table", "not listed in .. directory|domino|public", "not .. ?in ?our directory|address_book|domino_directory|userbase|ldap", "address ?is ambiguous", "no one|nobody|no_body by|with|here that|this|by", "does not|doesnt have an|a|any|such .. account|mailbox|mail|email", "does not|doesnt|dont|not exist|exists|existing here|on|at|in|any", "not .. user|recipient|mailbox|account|customer|alias|address here|on|of|at|in|by|name", "account ?is|was|has_been|not|is_not ?not unavailable|not_available|available|deleted|removed", "{box} .. deleted|removed|gone|purged|defunct", "deleted|removed user|account|mailbox|recipient", "unknown or illegal|invalid", "unable|couldnt|could_not|cannot|failed|cant ?to find|locate|verify|identify ?the|a|that|this|any|your {box}", "{box} .. verif* fail*", "verif* .. {box} .. fail*", "callout verification|verify", "verify .. recipient", "no account|user|mailbox|alias ?by|with|here|for|named|of|called", "not a valid|known", "cuda nsu", "there is no|such ?such|one|user", "check .. recipient address|spelling .. address", "bad destination|recipient|address|rcpt", "recipient|user|address .. syntax|malformed", "mailbox syntax", "not this domain|our|my user|customer", "recipnotfound|usernotfound", "relay recipient table", "not found in .. directory|ldap|database|table|system",
            // Other languages.
            "empfänger*|*benutzer|*adresse|*postfach|*konto|*mailbox|teilnehmer|*user|*account|nutzer .. unbekannt*|existiert|gefunden|ungültig*|existent|bekannt|vorhanden|gibt|verfügbar|falsch|erreichbar|abgelehnt", "unbekannte*|ungültige*|kein* ?gültige* empfänger*|benutzer*|adresse*|*adresse|nutzer|postfach|user", "existiert nicht", "es gibt keine*|kein", "adresse|utilisateur|destinataire|compte|boîte|boite|usager|bal|email .. inconnu*|inexistant*|invalide*|existe|introuvable*|erroné*|incorrecte", "utilisateur inconnu", "aucun utilisateur|destinataire|compte", "n existe pas|plus", "usuario|buzón|dirección|cuenta|destinatario|correo|casilla|mailbox .. no_existe|desconocid*|inexistente|inválid*|no_válid*|no_encontrad*|incorrect*|no_es_válid*|existe|no_se_encuentra", "no existe ?el|la|este|esta usuario|buzón|cuenta|dirección", "utente|casella|indirizzo|destinatario|account|mailbox .. inesistente|sconosciut*|non_esiste|non_valid*|non_trovat*|invalid*|esiste|errat*", "non esiste", "utente sconosciuto|inesistente|non", "usuário|destinatário|endereço|conta|caixa|usuario .. desconhecid*|inexistente|não_existe|inválid*|não_encontrad*|inexist*|existe", "não existe", "usuário desconhecido", "gebruiker|ontvanger|adres|postvak|mailbox|account .. onbekend|bestaat|niet_gevonden|ongeldig|niet", "onbekende|ongeldige|geen gebruiker|ontvanger|adres|mailbox|geldig*", "bestaat niet", "nie ma takiego|takiej|adresata|użytkownika|konta", "nie istnieje", "konto|adres|odbiorca|użytkownik|skrzynka|adresat .. nie_istnieje|nieznan*|niepoprawn*|nie", "nieznany|niepoprawny|nieprawidłowy użytkownik|odbiorca|adresat|adres", "пользовател*|адрес*|ящик|получател*|абонент .. не|неизвест*|несуществ*|неверн*|нет|отсутств*", "нет такого|такой|пользователя", "не найден*|существует", "несуществ*|неизвестн* пользовател*|адрес*|получател*", "polzovatel .. ne nayden|sushchestvuet|neizvest*", "net takogo polzovatelya", "*存在しません*|*存在しない*|*見つかりません*|*宛先不明*|*ユーザ*不明*|*不存在*|*用户未知*|*找不到*|*无此用户*|*沒有此*|*收件人*|*無此*|*没有此*",
        ],
    ),
    // Reputation, spam, blocks. The whole of a score, then the message, then the host.
    says(Reason::BadReputation, &["*reputation*", "senderscore|sender_score|senderbase", "*senderscore*|*senderbase*", "poor score|reputation|standing|rating", "réputation", "reputación", "reputazione", "reputação", "репутаци*"]),
    says(Reason::SpamDetected, &["{msg} ?has_been|was|is blocked|rejected|refused|denied .. spam*|spam_content|unsolicited|junk", "{msg} .. contains spam*", "spam content", "rejected as|for|by|due ?to|likely|possible spam*|unsolicited"]),
    says(
        Reason::Blocked,
        &[
            "{ip} .. ?is|was|has_been|been|temporarily|permanently|are|have_been blocked|banned|rejected|refused|blocklisted|denied|barred|blackholed", "blocked|banned|rejected|refused|denied ?your|this|from|the|by|connection|connections|sending|source|client ?your|from|this|the|ip {ip}", "your ip|ips|network|server|host .. spam|blocked|block|banned|abuse|not_allowed|denied|rejected|attacks|bad|refused|not_accepted", "spam .. from|by ?your|the|this|that|a network|ip|host|server|mta|mail_server|mailserver|subnet|range", "spam sent from", "too much spam", "block for spam|abuse", "blocked for|due|because|by_our|at_our|until .. spam|abuse", "access .. denied|rejected|blocked|refused .. spam|ip|network", "your access .. rejected|denied|blocked", "client host reject*", "client reject*|address_reject*|blocked|banned", "connection ?was|is|has_been|from|attempt rejected|denied|blocked|not_allowed|not_accepted", "connection ?was|is refused|dropped by|due|because|for|policy|spam ?to|of|local|policy|spam|abuse|ip", "not ?allowed|permitted|authorized to connect|talk|send ?mail|to|email ?to_us|to_this|from_this|here", "connections ?from ?your|this|not accepted|allowed|permitted|rejected|refused", "no smtp service|service", "refused to talk to me", "too many|multiple bad|invalid|spam|failed|unknown|auth|abuse", "suspicious|abusive|malicious ip|host|activity|behavio*|traffic|connection|network", "mail from your|this ip|host|server|network|range|isp|provider|country", "country|geo .. block*|not", "blocked by|at|from ?our|the|this|your firewall|isp|admin*|postmaster|system|server|mail_system|us", "has been|is|was|were blocked|banned|blocked_by|temporarily_blocked|locally_blocked|blacklisted", "helo .. blocked|spam", "you are|have ?been blocked|banned|not_welcome|barred|blacklisted", "service refused|denied", "access denied", "bad|rogue host|neighborhood", "delist*", "unblock*", "use .. isps|providers|isp smarthost|mail_server|smtp|relay", "smtp|mail|email|messages from ?your|this|the|dynamic network|ip|host .. not|reject*|refus*|block*", "not accept* mail|connections|messages|email|smtp from .. ip|host|network|server|you|your_ip",
            "ip .. gesperrt|blockiert|geblockt|abgelehnt|abgewiesen|bloqu*|bloccat*|rechaz*|rejet*|refus*|geblokkeerd|zablokow*|заблок*", "adresse|serveur|servidor|server .. gesperrt|blockiert|bloqué*|bloquead*|bloccat*|geblokkeerd|zablokow*|заблок*", "verbindung .. abgelehnt|verweigert|gesperrt", "accès refusé|interdit", "acceso denegado", "accesso negato", "acesso negado", "dostęp zabroniony", "доступ запрещ*|заблокир*", "*拒否*|*拒绝*|*封锁*|*被拒*|*ブロック*",
        ],
    ),
    says(
        Reason::SpamDetected,
        &[
            "{msg} .. spam*|junk|unsolicited|bulk|advertis*|uce|ube", "spam*|junk|unsolicited|bulk|uce|ube ?like|mail|bulk|url|commercial ?mail {msg}|content|detected|reject*|score|pattern|probability|filter*|test|refused|found|suspect*|signature|denied|blocked|not|level|url|link|rule|check|threshold|characteristics|engine|identified|probabl*|keyword*|word*", "appears|looks|seems|considered|classified|detected|identified|marked|tagged|flagged|recognized|determined|suspected|scored|deemed|rated ?to|like|as|be|being ?be|as|a|being ?like spam*|junk|unsolicited|spammy|bulk|advertising", "likely|probable|probably|possible|possibly|suspected|obvious|high_probability_of|contains|contain|is|identified|this_is|potential|no|as|like|against ?as|a|is|likely spam*|junk|junkmail|unsolicited|spammy", "spamassassin", "*spamassassin*|*spamassa*", "rspamd", "dspam", "spam score|detected", "junkmail|junk_mail|bulk_mail", "{msg} content reject*|denied|not|blocked|refused|unacceptable|violat*", "content|message ?was|is|has_been ?been reject*|blocked|refused by|due|based|because .. content|filter*|spam", "content filter*", "refused|rejected|blocked due|because|by ?of|to ?its|the|a|our|of content|filter*|contents|anti_spam|spam*", "anti spam|spam_policy|antispam|spamfilter", "not accepted .. spam", "bayes*|razor|pyzor|dcc", "offensive|objectionable|forbidden|prohibited|banned|unacceptable content|words|phrase|word|text|subject", "banned .. url|link|uri|domain_in", "{msg} .. *surbl*|*uribl*|url_blacklist", "*surbl*|*uribl*", "suspicious content|message|mail|email|url|link|links", "score .. exceed*|too_high|over|above|points", "hits|points .. required|threshold", "message .. filtered",
            "spam", "spams", "*spam", "werbung", "unerwünscht*", "pourriel*|indésirable*", "considéré comme spam|pourriel", "correo|mensaje .. no_deseado", "posta|messaggio .. indesiderat*", "mensagem .. indesejad*", "ongewenst*", "niechcian*|niezamówion*", "спам*|спама", "нежелательн*", "*垃圾*|*迷惑メール*|*スパム*",
        ],
    ),
    says(
        Reason::ContentError,
        &[
            "attachment* .. not|reject*|block*|type*|forbidden|prohibited|disallowed|banned|extension*|refused|unacceptable|dangerous|illegal|zip|exe|encrypted", "{not}|no|block*|banned|forbid*|prohibit*|disallow*|reject*|illegal|dangerous|unsafe|restricted|executable|encrypted|unacceptable ?type|the|your|of|mime|file ?file|of|mime attachment*|file_type*|filename*|extension*|file_name*", "bare lf|lfs|linefeed*|newline*|cr|line_feed*", "stray newline", "malformed mime|message|multipart|header|headers|body", "mime .. error|invalid|malformed|broken|structure|problem|not|violation|corrupt*|damaged", "improper* ?use|formatted|format ?of|8bit|8_bit|mime|mail", "8bit|8_bit|binary data|content|mime|characters ?not|in", "body type|part .. not|unsupported", "*8bitmime* not|required", "content conversion|type|transfer|encoding .. not|fail*|unsupported|invalid|error|required", "duplicate header*", "non ascii|smtputf8|unicode .. address*|support*|header*|not", "does not support unicode|smtputf8", "partial final lines", "character set|charset|encoding .. not|unsupported|unknown", "anhang .. nicht|verboten|gesperrt|unzulässig|erlaubt", "pièce jointe .. interdit*|refusé*|non", "archivo|adjunto* .. no|prohibid*|bloquead*", "allegato .. non|vietat*|bloccat*", "anexo .. não|bloquead*|proibid*", "bijlage .. niet|geweigerd|verboden", "załącznik* .. nie|zabroni*|niedozw*", "вложени* .. запрещ*|не", "file name|type .. blocked|not|banned|forbidden", "not .. html|mime|attachment*",
        ],
    ),
    says(Reason::NotCompliantRfc, &["rfc .. compl*|violat*|conform*|required|invalid|not|must|header*", "not|non|isnt ?an ?an rfc|rfc_compliant|compliant|rfc_conform*", "*rfc2822*|*rfc5322*|*rfc822*|*rfc5321*|*rfc1035*|*rfc2821*", "rfc 2822|5322|5321|822|1035|2821|1123", "multiple|duplicate|several|two|invalid|missing|malformed|no|bad|lacks|empty|without|more_than_one ?valid|or|a|required|from|to|address ?or|required|valid|message from|to|cc|subject|date|message_id|header*|message_ids ?header*|line*|field*|addresses|address", "from|date|subject|message_id|to|header* .. ?is|header* ?is missing|invalid|malformed|duplicate*|required|not_valid|empty|syntax", "header .. syntax|missing|malformed|required|invalid|not", "violat* .. rfc|standard*"]),
    // Encryption before log-in: one is the way to the other.
    says(
        Reason::FailedStartTls,
        &[
            "*starttls*", "tls|ssl|tlsv1*|sslv3*|ssl_tls .. required|require*|not|fail*|error*|unavailable|handshake|negotiat*|session|unable|connect|alert|problem|timeout|must|mandatory|refused|rejected|currently|no|expired|verif*|unsupported", "require*|no|need*|must|without|fail*|unable|cannot|mandatory|lack* .. tls|ssl", "ssl connect|error", "certificate* .. verif*|expired|not|fail*|invalid|mismatch|untrusted|trust*|self_signed|revoked|problem|does", "certificate verif*|verify", "verif*|invalid|expired|untrusted|bad|self_signed ?of|server|the|peer .. certificate*", "dane|tlsa|mta_sts|mtasts|requiretls", "encrypt* ?is|connection|session|channel required|needed|require*|not|mandatory|must|fail*", "require*|must|need*|without .. encrypt*", "handshake fail*|error|timeout", "secure|encrypted connection|channel|session .. required|require*|not|fail*|could|cannot", "cipher* .. mismatch|no|not|unsupported", "no shared cipher", "verschlüssel* .. erforderlich|nicht|fehl*|notwendig", "chiffrement|chiffrée .. requis*|oblig*|éch*", "cifrad* .. requerid*|oblig*", "crittograf* .. richiest*|obblig*",
        ],
    ),
    says(
        Reason::SecurityError,
        &[
            "authentication|auth|authorization|login|logon|authenticating|authenticate ?is|has|was|credentials|data|mechanism|method|first ?been fail*|failure|required|unsuccessful|rejected|denied|invalid|refused|error|incorrect|aborted|disabled|unavailable|not|needed|mandatory|expired|first|before|credentials|temporar*", "not|isnt|must|need*|require*|please|should|incorrect|invalid|wrong|bad|failed|temporary|unable_to|no|could_not|first|you_must|cannot|not_yet ?be|to|first|be_an|an|you|your|local|smtp|a|valid|user|username|and ?be|to|smtp authenticat*|auth|log_in|login|logged_in|password|credentials|authorized_user|authorised_user|authorization", "password .. wrong|incorrect|expired|invalid|not_accepted|change*|fail*|mismatch|required|reject*", "authentication .. required|fail*|unsuccessful|credential*|disabled|rejected", "username|user_name|user|login and|or|and_or password .. not|incorrect|wrong|invalid|fail*", "invalid|bad|wrong|incorrect|no_valid credential*|username*|password*|login*|user_or", "login denied|fail*|incorrect|invalid|required", "please log in|authenticate|login", "security reasons|error", "smtp auth|authentication .. disabled|required|not|fail*", "auth command", "account .. too many|failed .. login|log_in|attempts", "lost|bad authentication", "sasl .. fail*|error|not", "mech|mechanism* .. not|weak|unsupported|no|available", "token .. invalid|expired", "unauthorized|unauthorised access|user|client", "oauth*|xoauth2 .. fail*|invalid|error|expired", "anmeldung|authentifizierung|authentisierung|login|passwort|kennwort .. fehlgeschlagen|erforderlich|notwendig|falsch*|ungültig|nicht|abgelehnt", "falsches passwort|kennwort", "authentification .. requise|échou*|échec|nécessaire|refusé*|incorrect*|invalide", "mot de passe .. incorrect|invalide|erroné", "échec .. authentification", "autenticación|contraseña .. fallid*|requerid*|incorrect*|necesari*|falló|inválid*|errónea|fallo", "autenticazione|password .. fallita|richiesta|necessaria|errata|non", "autenticação|senha .. falh*|necessári*|incorreta|requerida|inválida|obrigatória", "authenticatie|wachtwoord .. mislukt|vereist|onjuist|nodig|verplicht", "uwierzytelni* .. nie*|wymagan*|błąd", "błędne hasło", "аутентификац*|авторизац*|пароль .. не*|требует*|ошибк*|необходим*", "*認証*|*认证失败*|*認證*",
        ],
    ),
    // Rules that say no more. After everything that does.
    says(
        Reason::PolicyViolation,
        &[
            "{msg}|rejected|reject|refused|denied|blocked|prohibited|violates|violated|violation|violate|violating|due|by|comply|against|under|restricted|for|not|to|of|your|connection .. policy|policies", "policy|policies|rule|rules .. violat*|reject*|restrict*|reason*|prohibit*|forbid*|block*|refus*|denied|not|error|failure|filter*|disallow*|breach", "local|security|site|site_wide|mail|email|company|corporate|server|content|domain|administrative|recipient|acceptable_use|internal|our policy|policies|rule*", "administrative* ?prohibition|prohibited|prohibit*|denied|reject*|refus*|block*|forbidden", "administratively prohibited|denied|blocked|rejected", "prohibited|forbidden|disallowed by|for admin*|the|rule*|policy", "violates|violated|violation ?of ?our|the|a rule*|terms|guidelines", "terms of service|use", "mail server permanently rejected message", "not .. compl* with", "rejected by ?the|our|local|a|recipients admin*|postmaster|filter|rule*|server|gateway|system", "message|mail .. rejected .. rule*|filter|gateway|admin*", "richtlinie*|*regel .. abgelehnt|verstoß*|verletz*|nicht|verweigert", "politique .. sécurité|locale|rejet*|refus*|interdit", "política* .. rechaz*|violación|seguridad|local|rejeit*|recus*|infring*", "rechaz* .. política*", "rifiutat*|criteri|politica .. policy|politica|sicurezza|locale|criteri", "beleid .. geweigerd|schend*|niet", "polityk* .. odrzuc*|narusz*|lokaln*|bezpiecz*", "политик* .. отклон*|наруш*|безопас*|не", "*ポリシー*|*策略*",
        ],
    ),
    // Programs behind the mailbox; what they print was read above.
    says(Reason::MailerError, &["command died|exited|failed|output|returned|timed_out", "exit code|status|value", "exited|returned|died|terminated with ?exit|status|code|signal|error ?status|code|exit", "returned ?exit|status|code|error *1|*2|*5|*7|*8 .. from|command", "local delivery failed", "unknown mailer error", "failed to autocreate mailbox", "procmail", "maildrop", "pipe .. fail*|error|command|broken|to|died", "transport returned", "delivery program|agent .. fail*|error|crash*|died", "vdelivermail|vpopmail .. fail*|error|crash*", "child crashed", "temporary|permanent error|failure from *procmail|command|*maildrop|program|pipe|script|autoresponder", "autorespond* .. fail*|error", "dovecot lda .. fail*|error", "command .. not found|permission", "internal error occurred refer to server log", "script .. fail*|error|not", "milter .. fail*|error", "not executable"]),
    says(
        Reason::Expired,
        &[
            "retry timeout exceeded", "retry time not reached", "not going to try again", "in the queue too long", "{msg} ?has|was|is|could ?been|has expired|timed_out|too_old", "queue* .. too long|expired|exceeded|lifetime|timeout|time_out", "been queued|in_queue|in_the_queue for|too|longer|since", "could|couldnt|cannot|can not|be|not|been|undelivered|delivered|undeliverable ?be delivered|deliver|delivered|after|for|within|in .. days|hours|minutes|attempts|retries|day|hour", "undelivered|undeliverable|unable|failed|giving_up|gave_up|given_up|tried|tries|trying .. after|for .. days|hours|minutes|attempts|retries|tries|day|hour", "delivery time|attempts|period|timeout expired|exceeded|exhausted|limit", "retry|delivery timeout|attempts|limit|count .. exceed*|reached|expired", "delivery expired|timed_out|temporarily_suspended", "has been|was delayed", "will be retried", "maximum retr*|time .. exceed*|reached", "lifetime .. exceed*|expired", "long failure period", "too old", "expired .. days|hours|queue", "*zustell* .. tagen|stunden .. nicht|fehlgeschl*|erfolglos", "abgelaufen", "délai .. expiré|dépassé", "expiró|expirado", "scaduto .. coda|tempo", "*有効期限*|*过期*",
        ],
    ),
    says(
        Reason::NetworkError,
        &[
            "connection|connect|session|socket|link|conversation|dialog*|read|write|network|smtp ?to|with|from|has|was|by|attempt|is|been|had|unexpectedly ?been|attempt|was|has timed_out|timeout|reset|refused|closed|lost|dropped|died|broken|aborted|error|failed|failure|terminated|interrupted|time_out|unreachable|disconnected|abort*|establish*", "{not}|unable|failed|fail|wasnt_able ?be|to|able|establish ?to|a|an ?a|an|make|open connect|connection|smtp_connection|reach|contact|establish*|communicate|communication", "wasnt able to establish", "connect to", "lost|dropped|closed|no|broken|bad|unexpected|premature ?the|its|smtp|response|answer|network connection|link|response|answer|reply|disconnect|eof", "timed out|timeout .. while|waiting|reading|connect*|conversation|sending|during|greeting|host|server|from|response|talking|network|before|command|on|in|receiving|for", "remote host|server|end|mta|peer ?has|was|unexpectedly|is|smtp ?server closed|dropped|hung|disconnect*|gone|unreachable|down|not_responding|not_reachable|did_not_respond|does_not_respond|reset", "conversation with", "network ?is|was unreachable|error|down|problem*|timeout|failure", "host ?is|was|server unreachable|down|not_responding|not_reachable|not_answering|not_available|offline", "no route to ?host", "no ?answer|response|reply answer|response|reply from", "broken pipe", "connection died", "i o|io error|timeout", "server|host|mx .. unreachable|not_respond*|did_not_respond|does_not_answer|not_answer*|no_response|down|unavailable_connect|not_reachable", "could not connect|reach|contact", "cannot connect|reach|contact", "dns|name lookup|server|query|resolution ?has|is|server fail*|error|problem*", "lookup fail*|failure|error|timeout", "server failure", "temporary lookup failure", "greeting failed", "verbindung .. zeitüberschreitung|unterbrochen|fehlgeschlagen|abgebrochen|verloren|nicht|getrennt", "zeitüberschreitung", "connexion .. refusée|expir*|perdue|échou*|impossible|interrompue", "conexión .. rechazada|perdida|agotado|tiempo|fallida|cerrada", "connessione .. rifiutata|scaduta|persa|interrotta|fallita", "conexão .. recusada|perdida|expirou|falh*|encerrada", "verbinding .. geweigerd|verbroken|mislukt|verlopen", "połączeni* .. odrzuc*|przerwan*|nie|utracon*|czas", "соединени* .. разорван*|не|прерван*|отклон*|тайм*|превышен*", "превышено время", "*タイムアウト*|*接続*|*连接超时*|*超时*|*无法连接*",
        ],
    ),
    says(Reason::SyntaxError, &["command* ?was|is|parameter|not|argument|line|parameters|sequence ?not unrecognized|unrecognised|unknown|not_recognized|not_recognised|rejected|not_implemented|unimplemented|invalid|disallowed|disabled|not_understood|not_allowed|syntax|out|too_long|bad|unexpected|not_supported|error*|needed", "bad|unknown|invalid|unrecognized|unrecognised|illegal|unexpected|unimplemented|unsupported|wrong|improper|out_of|need|missing|incorrect|no ?command|smtp|mail|rcpt|data|parameter* command*|sequence*|parameter*|argument*|helo|ehlo|verb|syntax|mail_command|rcpt_command|order", "helo|ehlo .. reject*|invalid|required|need*|must|syntax|not|bad|name|argument|fqdn|first|fully|violat*|denied|refus*|wrong|literal|ip", "invalid|bad|no|send|polite|need|say|illegal|unqualified|malformed|require*|incorrect ?people|your|or|first|name|as ?say|name helo|ehlo|hello", "syntax error", "synchronization|synchronisation error", "protocol error|violation|synchron*", "need|send mail|rcpt|data|helo|ehlo ?from|to|command|before|first", "fully qualified", "invalid address syntax", "unimplemented|not_implemented", "pipelining", "my name was rejected", "dont understand smtp response|reply", "sender already specified", "nested mail", "no recipients specified|given", "talking too soon", "improper command pipelining", "out of sequence", "befehl .. unbekannt|nicht|ungültig", "commande .. inconnue|invalide|non", "comando .. desconocido|no|non|inválido|sconosciuto"]),
    says(
        Reason::SystemError,
        &[
            "qq *", "system|internal|server|local|temporary|software|processing|database|db|ldap|directory|configuration|backend|transient|storage|service|resource|mail_system|queue|filter|scanner|lmtp|unexpected ?local|server|system|service|mail|configuration|temporary|processing ?error|problem error*|problem*|failure*|fault|trouble|exception|difficult*|bug|issue*|outage|lookup|fail*|fehler|crash*", "error|problem|trouble|failure in|on|while|during|with ?the|local|our|your|this processing|system|server|database|lookup|handling|disk|delivery|mailbox|storage|maildir", "can|cannot|unable|could_not|couldnt|cant|failed|fail ?not|to create|open|write|read|fork|process|chdir|switch|allocate|stat|rename|lock|access|queue|store|save|append|exec|run|load|deliver|rewind|start|link|find_alias|complete|handle|accept", "temporar* ?local|system|mail|server|service|authentication|unable|delivery error|problem*|failure|rejected|unavailable|not_available|fail*|refused|inaccessible|suspended|out|deferred_internal|disabled|difficult*|issue*", "service|server|system|mailbox|resources|resource|host|smtp_service|mail_system ?is|are|currently|temporarily|not ?not|temporarily|currently|yet temporarily|unavailable|not_available|available|shutting|down|busy|overload*|closing|stopp*|starting|offline", "service ?is|not|currently|temporarily ?not|temporarily available|unavailable|closing", "closing transmission channel", "out of memory", "cannot allocate", "too many open files|processes", "requested action|mail ?mail|action ?action aborted|aborted_local|not_taken_local|not_completed", "server configuration|shutting|shutdown|maintenance|error", "maintenance", "under maintenance", "mail server temporarily|currently", "system resources", "local error|problem", "wrong owner|type", "crashed", "nfs failure", "permission denied", "input output error", "read only file*", "locked for", "not allowed to perform deliveries as root", "home directory is", "unable to run|find", "alias user", "trouble", "problème|erreur .. temporaire|interne|système|serveur|technique", "temporäre*|vorübergehend*|interner|technisch* .. fehler|problem*|störung|nicht|verfügbar", "interner fehler", "wartung*", "error|problema|fallo .. temporal|interno|temporaneo|temporário|interna|servidor|sistema", "temporal|temporaneamente|temporariamente .. no|non|não|disponib*|indispon*|rechaz*", "tijdelijk* .. fout|probleem|niet|storing", "tymczasow* .. błąd|problem*|niedost*", "błąd .. wewn*|serwer*|systemu", "временн* .. ошибк*|недоступ*|проблем*|сбой", "внутренн* ошибк*", "*一時的*|*系统错误*|*系统繁忙*|*システムエラー*|*暂时*|*内部错误*", "aack",
        ],
    ),
    // A few words that say something when nothing else does.
    hints(Reason::AuthFailure, &["spf", "dkim", "not allowed to send from"]),
    hints(Reason::Greylisted, &["try|retry|come_back again|later|back|in .. later|minutes|seconds|moments|hour", "try again later|in", "temporarily deferred|delayed|rejected_try", "please retry|try later|again", "deferred", "später noch einmal|erneut|wieder", "réessay* plus tard", "intente* .. más tarde|nuevamente", "riprovare|riprova più tardi", "tente novamente", "probeer .. later|opnieuw", "spróbuj .. później|ponownie", "повтор* .. позже|попыт*|попробуй* .. позже", "*稍后*|*後で*|*再送*"]),
    hints(Reason::Rejected, &["but sender was rejected", "sender"]),
    hints(Reason::UserUnknown, &["unknown", "does not like recipient .. unknown", "does not|doesnt|not exist|exists", "{unknown} {box}", "{box} .. {unknown}", "not found"]),
    hints(Reason::Blocked, &["blocked|banned", "connection .. reject*", "not welcome"]),
    hints(Reason::SpamDetected, &["*spam*"]),
    hints(Reason::SecurityError, &["authenticat*", "password"]),
    hints(Reason::FailedStartTls, &["tls|ssl"]),
    hints(Reason::PolicyViolation, &["policy|policies", "prohibited|forbidden|not_allowed|not_permitted"]),
    whispers(Reason::NetworkError, &["timeout|timed_out"]),
];

/// Where in the dialogue a reply came, as the words around it tell.
pub(super) static PHASES: &[(Phase, &[&str])] = &[
    (Phase::Eod, &["failed after i sent the message", "end of data", "after end|pipelined_end of data", "state 17|18", "after sending data block", "sending message body"]),
    (Phase::Data, &["failed on data command", "reply to data", "after data|pipelined_data", "state 15"]),
    (Phase::Rcpt, &["does not like recipient", "reply to rcpt", "after rcpt|pipelined_rcpt", "state 14"]),
    (Phase::Mail, &["but sender was rejected", "reply to mail", "after mail|pipelined_mail", "state 12"]),
    (Phase::Helo, &["my name was rejected", "reply to helo|ehlo", "after helo|ehlo", "state 13"]),
    (Phase::Greet, &["but greeting failed", "refused to talk to me", "initial server greeting", "after initial connection", "state 9|10"]),
    (Phase::Tls, &["tls connect failed", "starttls rejected", "after starttls"]),
    (Phase::Connect, &["connect to", "establish an smtp connection", "could not connect", "connection refused|timed_out"]),
    (Phase::Dns, &["couldnt find any host", "couldnt find a mail exchanger", "name service error", "dns error", "lookup failed"]),
    (Phase::Local, &["command died", "local delivery failed", "maildir delivery", "command output", "chdir to maildir", "child crashed"]),
];
