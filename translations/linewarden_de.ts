<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>EventDetailText</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Bekannt als</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Affects</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Proof valid</source>
        <translation>Nachweis gültig</translation>
    </message>
    <message>
        <source>leaf of the signed head of %1 events</source>
        <translation>Blatt des signierten Kopfes über %1 Ereignisse</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Blatt-Hash</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Davor und danach</translation>
    </message>
</context>
<context>
    <name>PeopleFilterText</name>
    <message>
        <source>“%1:” takes %2.</source>
        <translation>„%1:“ kennt nur %2.</translation>
    </message>
    <message>
        <source>“%1:” is not a key of this list. Use password:, status:, mfa:, idle:, department: or role:, or plain words.</source>
        <translation>„%1:“ ist kein Schlüssel dieser Liste. Nehmen Sie password:, status:, mfa:, idle:, department: oder role: oder einfache Wörter.</translation>
    </message>
</context>
<context>
    <name>PersonDetailText</name>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>No login of this person is in the cache.</source>
        <translation>Im Cache ist keine Anmeldung dieser Person.</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>%1 events, %2 failures</source>
        <translation>%1 Ereignisse, %2 Fehlversuche</translation>
    </message>
    <message numerus="yes">
        <source>Your policy: a change every %n days.</source>
        <translation>
            <numerusform>Ihre Richtlinie: ein Wechsel jeden Tag.</numerusform>
            <numerusform>Ihre Richtlinie: ein Wechsel alle %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your policy: no periodic change.</source>
        <translation>Ihre Richtlinie: kein regelmäßiger Wechsel.</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <translation>%1 · %2 · seit %3</translation>
    </message>
    <message>
        <source>Password: %1</source>
        <translation>Passwort: %1</translation>
    </message>
    <message>
        <source>No second factor</source>
        <translation>Kein zweiter Faktor</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Next sign-in</source>
        <translation>Nächste Anmeldung</translation>
    </message>
    <message>
        <source>only a password change</source>
        <translation>nur ein Passwortwechsel</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Locked until</source>
        <translation>Gesperrt bis</translation>
    </message>
    <message>
        <source>Unique ID</source>
        <translation>Eindeutige Kennung</translation>
    </message>
    <message>
        <source>Exempt until %1</source>
        <translation>Ausgenommen bis %1</translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation>Was die Regeln sagen</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · seit %2</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>required by a role, and missing</source>
        <translation>von einer Rolle verlangt und fehlt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
</context>
<context>
    <name>lw::app::Console</name>
    <message>
        <source>Not opened</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Another back end…</source>
        <translation>Anderes Back-End…</translation>
    </message>
    <message>
        <source>Keep the key in the operating system&apos;s key store</source>
        <translation>Den Schlüssel im Schlüsselspeicher des Betriebssystems behalten</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>Schlüsselspeicher</translation>
    </message>
    <message>
        <source>The cache opens by itself on this computer from now on.</source>
        <translation>Der Cache öffnet sich auf diesem Rechner von nun an von selbst.</translation>
    </message>
    <message>
        <source>Forget the key in the operating system&apos;s key store</source>
        <translation>Den Schlüssel im Schlüsselspeicher des Betriebssystems vergessen</translation>
    </message>
    <message>
        <source>The cache asks for its passphrase from now on.</source>
        <translation>Der Cache fragt von nun an nach seiner Passphrase.</translation>
    </message>
    <message>
        <source>Cache and locking…</source>
        <translation>Cache und Sperren…</translation>
    </message>
    <message>
        <source>Your password is changed. Your other sessions have ended.</source>
        <translation>Ihr Passwort ist geändert. Ihre anderen Sitzungen sind beendet.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Your second factor is on: the next sign-in asks for its code.</source>
        <translation>Ihr zweiter Faktor ist eingeschaltet: Die nächste Anmeldung fragt nach seinem Code.</translation>
    </message>
    <message>
        <source>Your second factor is off.</source>
        <translation>Ihr zweiter Faktor ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation>Mein Passwort ändern…</translation>
    </message>
    <message>
        <source>Second factor…</source>
        <translation>Zweiter Faktor…</translation>
    </message>
</context>
<context>
    <name>lw::app::Demo</name>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation>Es konnte kein temporärer Ordner angelegt werden: %1</translation>
    </message>
    <message>
        <source>Starting the demo</source>
        <translation>Die Vorführung wird gestartet</translation>
    </message>
    <message>
        <source>A back end of its own with 60 people and 90 days of login history.</source>
        <translation>Ein eigenes Back-End mit 60 Personen und 90 Tagen Anmeldeverlauf.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>The demo did not start</source>
        <translation>Die Vorführung ist nicht gestartet</translation>
    </message>
</context>
<context>
    <name>lw::app::DemoBackend</name>
    <message>
        <source>The demo back end did not say where it is and how to sign in.</source>
        <translation>Das Back-End der Vorführung hat nicht gesagt, wo es ist und wie man sich anmeldet.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>The demo back end ended with status %1. %2</source>
        <translation>Das Back-End der Vorführung endete mit Status %1. %2</translation>
    </message>
    <message>
        <source>The demo back end was not ready within two minutes.</source>
        <translation>Das Back-End der Vorführung war nach zwei Minuten nicht bereit.</translation>
    </message>
</context>
<context>
    <name>lw::app::DemoScript</name>
    <message>
        <source>Waited in vain: %1.</source>
        <translation>Vergeblich gewartet: %1.</translation>
    </message>
    <message>
        <source>The window has no &quot;%1&quot;.</source>
        <translation>Das Fenster hat kein „%1“.</translation>
    </message>
    <message>
        <source>The console is not open.</source>
        <translation>Die Konsole ist nicht offen.</translation>
    </message>
    <message>
        <source>the page &quot;%1&quot; is complete</source>
        <translation>die Seite „%1“ ist vollständig</translation>
    </message>
    <message>
        <source>the step &quot;%1&quot;</source>
        <translation>der Schritt „%1“</translation>
    </message>
    <message>
        <source>the preview of the report</source>
        <translation>die Vorschau des Berichts</translation>
    </message>
    <message>
        <source>the report %1 is written</source>
        <translation>der Bericht %1 ist geschrieben</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>the console notices that the back end is gone</source>
        <translation>die Konsole merkt, dass das Back-End fort ist</translation>
    </message>
    <message>
        <source>the unlock page</source>
        <translation>die Seite zum Entsperren</translation>
    </message>
</context>
<context>
    <name>lw::app::Options</name>
    <message>
        <source>Administration and audit console for business telephony</source>
        <translation>Verwaltungs- und Prüfkonsole für geschäftliche Telefonie</translation>
    </message>
    <message>
        <source>Open the profile of this name.</source>
        <translation>Das Profil dieses Namens öffnen.</translation>
    </message>
    <message>
        <source>Read the passphrase of the cache from this open file descriptor, up to the end of its first line.</source>
        <translation>Die Passphrase des Caches von diesem offenen Dateideskriptor lesen, bis zum Ende der ersten Zeile.</translation>
    </message>
    <message>
        <source>Start a back end of its own with demo data on loopback and open the console connected to it.</source>
        <translation>Ein eigenes Back-End mit Vorführdaten auf der Loopback-Schnittstelle starten und die Konsole damit verbunden öffnen.</translation>
    </message>
    <message>
        <source>With --demo: sync, go offline, export reports and write screenshots to this folder, then end.</source>
        <translation>Mit --demo: abgleichen, offline gehen, Berichte exportieren und Bildschirmfotos in diesen Ordner schreiben, dann enden.</translation>
    </message>
    <message>
        <source>Write to this file when the first page was painted (monotonic clock, milliseconds).</source>
        <translation>In diese Datei schreiben, wann die erste Seite gezeichnet war (monotone Uhr, Millisekunden).</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood; see --help.</source>
        <translation>„%1“ wird nicht verstanden; siehe --help.</translation>
    </message>
    <message>
        <source>--passphrase-fd takes the number of an open file descriptor, such as 0.</source>
        <translation>--passphrase-fd nimmt die Nummer eines offenen Dateideskriptors, etwa 0.</translation>
    </message>
    <message>
        <source>--demo-output needs --demo and a folder.</source>
        <translation>--demo-output braucht --demo und einen Ordner.</translation>
    </message>
</context>
<context>
    <name>lw::app::Pages</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Login log</source>
        <translation>Anmeldeprotokoll</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>Weggänge</translation>
    </message>
    <message>
        <source>Network access</source>
        <translation>Netzzugang</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Call Guard</source>
        <translation>Call Guard</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
</context>
<context>
    <name>lw::app::PassphraseFd</name>
    <message>
        <source>Nothing could be read from file descriptor %1 of --passphrase-fd. Give it a line, for example with 3&lt;file.</source>
        <translation>Von Dateideskriptor %1 aus --passphrase-fd war nichts zu lesen. Geben Sie ihm eine Zeile, etwa mit 3&lt;Datei.</translation>
    </message>
</context>
<context>
    <name>lw::app::Screenshots</name>
    <message>
        <source>The screenshot %1 could not be written.</source>
        <translation>Das Bildschirmfoto %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; was not complete at %2 within the time.</source>
        <translation>Die Ansicht „%1“ war bei %2 nicht rechtzeitig vollständig.</translation>
    </message>
</context>
<context>
    <name>lw::app::SessionShell</name>
    <message>
        <source>an authority of the operating system</source>
        <translation>eine Zertifizierungsstelle des Betriebssystems</translation>
    </message>
    <message>
        <source>the authority accepted for this profile</source>
        <translation>die für dieses Profil angenommene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>its fingerprint, accepted by you</source>
        <translation>seinen von Ihnen angenommenen Fingerabdruck</translation>
    </message>
    <message>
        <source>Asking who you are and what may be seen…</source>
        <translation>Es wird gefragt, wer Sie sind und was Sie sehen dürfen…</translation>
    </message>
    <message>
        <source>Fetching people…</source>
        <translation>Personen werden geholt…</translation>
    </message>
    <message>
        <source>Checking the signed head of the log…</source>
        <translation>Der signierte Kopf des Protokolls wird geprüft…</translation>
    </message>
    <message>
        <source>Fetching events…</source>
        <translation>Ereignisse werden geholt…</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Das Protokoll wird verifiziert…</translation>
    </message>
    <message>
        <source>Telling the back end about exports…</source>
        <translation>Dem Back-End werden Exporte gemeldet…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Fetching events: %1 of %2, %3 a second</source>
        <translation>Ereignisse werden geholt: %1 von %2, %3 pro Sekunde</translation>
    </message>
    <message>
        <source>Nothing new since the last sync; the log verifies.</source>
        <translation>Nichts Neues seit dem letzten Abgleich; das Protokoll ist stimmig.</translation>
    </message>
    <message>
        <source>%1 new events verified and cached.</source>
        <translation>%1 neue Ereignisse verifiziert und im Cache.</translation>
    </message>
    <message>
        <source>The sync was stopped; the next one goes on where it was.</source>
        <translation>Der Abgleich wurde angehalten; der nächste macht dort weiter.</translation>
    </message>
</context>
<context>
    <name>lw::ui::AddressStep</name>
    <message>
        <source>Back end</source>
        <translation>Back-End</translation>
    </message>
    <message>
        <source>The console talks to your telephony back end over TLS only. Its operator gives you the address.</source>
        <translation>Die Konsole spricht mit Ihrem Telefonie-Back-End nur über TLS. Die Adresse nennt Ihnen dessen Betreiber.</translation>
    </message>
    <message>
        <source>pbx.example.com or pbx.example.com:8443</source>
        <translation>pbx.example.com oder pbx.example.com:8443</translation>
    </message>
    <message>
        <source>&amp;Address of the back end</source>
        <translation>&amp;Adresse des Back-Ends</translation>
    </message>
    <message>
        <source>Looking at the back end&apos;s certificate…</source>
        <translation>Das Zertifikat des Back-Ends wird angesehen…</translation>
    </message>
</context>
<context>
    <name>lw::ui::AllowlistWords</name>
    <message>
        <source>Who may connect</source>
        <translation>Wer sich verbinden darf</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (administrator)</source>
        <translation>%1 (Administrator)</translation>
    </message>
    <message>
        <source>only listed networks</source>
        <translation>nur gelistete Netze</translation>
    </message>
    <message>
        <source>any network</source>
        <translation>jedes Netz</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht gelistet</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) added</source>
        <translation>
            <numerusform>%n Netz hinzugefügt</numerusform>
            <numerusform>%n Netze hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) changed</source>
        <translation>
            <numerusform>%n Netz geändert</numerusform>
            <numerusform>%n Netze geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) removed</source>
        <translation>
            <numerusform>%n Netz entfernt</numerusform>
            <numerusform>%n Netze entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>the list turned on</source>
        <translation>die Liste eingeschaltet</translation>
    </message>
    <message>
        <source>the list turned off</source>
        <translation>die Liste ausgeschaltet</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>Before you save %n change(s)</source>
        <translation>
            <numerusform>Bevor Sie %n Änderung speichern</numerusform>
            <numerusform>Bevor Sie %n Änderungen speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Before only listed networks may connect</source>
        <translation>Bevor nur noch gelistete Netze zugelassen sind</translation>
    </message>
    <message>
        <source>Before any network may connect</source>
        <translation>Bevor jedes Netz zugelassen ist</translation>
    </message>
    <message>
        <source>Before you add %1</source>
        <translation>Bevor Sie %1 hinzufügen</translation>
    </message>
    <message>
        <source>Before you change %1</source>
        <translation>Bevor Sie %1 ändern</translation>
    </message>
    <message>
        <source>Before you remove %1</source>
        <translation>Bevor Sie %1 entfernen</translation>
    </message>
    <message>
        <source>Nobody would have been refused</source>
        <translation>Niemand wäre abgewiesen worden</translation>
    </message>
    <message>
        <source>%1, %2 would have been refused</source>
        <translation>%1, %2 wären abgewiesen worden</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln Anmeldung</numerusform>
            <numerusform>%Ln Anmeldungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweite</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritte</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierte</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünfte</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>sechste</translation>
    </message>
    <message>
        <source>seventh</source>
        <translation>siebte</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>achte</translation>
    </message>
    <message>
        <source>ninth</source>
        <translation>neunte</translation>
    </message>
    <message>
        <source>tenth</source>
        <translation>zehnte</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehlversuch</numerusform>
            <numerusform>%n Fehlversuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>until somebody lifts it</source>
        <translation>bis jemand sie aufhebt</translation>
    </message>
    <message>
        <source>%1 block, each lasts twice as long</source>
        <translation>%1 Sperre, jede dauert doppelt so lang</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>No address is blocked by itself. Addresses can be blocked by hand.</source>
        <translation>Keine Adresse wird von selbst gesperrt. Adressen lassen sich von Hand sperren.</translation>
    </message>
    <message>
        <source>%1 within %2 block an address for %3. Each further block of it lasts twice as long, %4 at most.</source>
        <translation>%1 innerhalb von %2 sperren eine Adresse für %3. Jede weitere Sperre dauert doppelt so lang, höchstens %4.</translation>
    </message>
    <message>
        <source>Listed networks are exempt.</source>
        <translation>Gelistete Netze sind ausgenommen.</translation>
    </message>
</context>
<context>
    <name>lw::ui::Assistant</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>New cache · step %1 of 2</source>
        <translation>Neuer Cache · Schritt %1 von 2</translation>
    </message>
    <message>
        <source>First connection · step %1 of 5</source>
        <translation>Erste Verbindung · Schritt %1 von 5</translation>
    </message>
    <message>
        <source>Cache of %1 at %2</source>
        <translation>Cache von %1 bei %2</translation>
    </message>
    <message>
        <source>One of your roles requires a second factor. Set it up now; until then nothing else works.</source>
        <translation>Eine Ihrer Rollen verlangt einen zweiten Faktor. Richten Sie ihn jetzt ein; bis dahin geht nichts anderes.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>lw::ui::AttentionList</name>
    <message>
        <source>Nothing needs a decision right now.</source>
        <translation>Im Moment ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message numerus="yes">
        <source>%n people have passwords past their due date</source>
        <translation>
            <numerusform>%n Person hat ein Passwort über dem Fälligkeitstag</numerusform>
            <numerusform>%n Personen haben Passwörter über dem Fälligkeitstag</numerusform>
        </translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message numerus="yes">
        <source>%n passwords fall due within 24 hours</source>
        <translation>
            <numerusform>%n Passwort wird binnen 24 Stunden fällig</numerusform>
            <numerusform>%n Passwörter werden binnen 24 Stunden fällig</numerusform>
        </translation>
    </message>
    <message>
        <source>Never set</source>
        <translation>Nie gesetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n people never chose a password of their own</source>
        <translation>
            <numerusform>%n Person hat nie ein eigenes Passwort gewählt</numerusform>
            <numerusform>%n Personen haben nie ein eigenes Passwort gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are locked after failures</source>
        <translation>
            <numerusform>%n Konto ist nach Fehlversuchen gesperrt</numerusform>
            <numerusform>%n Konten sind nach Fehlversuchen gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>One factor</source>
        <translation>Ein Faktor</translation>
    </message>
    <message numerus="yes">
        <source>%n people sign in with a password alone</source>
        <translation>
            <numerusform>%n Person meldet sich mit einem Passwort allein an</numerusform>
            <numerusform>%n Personen melden sich mit einem Passwort allein an</numerusform>
        </translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ungenutzt</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts have not logged in for 90 days</source>
        <translation>
            <numerusform>%n Konto hat sich 90 Tage nicht angemeldet</numerusform>
            <numerusform>%n Konten haben sich 90 Tage nicht angemeldet</numerusform>
        </translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlversuche</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours from %1</source>
        <translation>
            <numerusform>%n Fehlversuch in 24 Stunden von %1</numerusform>
            <numerusform>%n Fehlversuche in 24 Stunden von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours for %1</source>
        <translation>
            <numerusform>%n Fehlversuch in 24 Stunden für %1</numerusform>
            <numerusform>%n Fehlversuche in 24 Stunden für %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Ungewöhnlich</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours; the usual is %1 a day</source>
        <translation>
            <numerusform>%n Fehlversuch in 24 Stunden; üblich sind %1 am Tag</numerusform>
            <numerusform>%n Fehlversuche in 24 Stunden; üblich sind %1 am Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message numerus="yes">
        <source>The last sync was %n hours ago</source>
        <translation>
            <numerusform>Der letzte Abgleich war vor %n Stunde</numerusform>
            <numerusform>Der letzte Abgleich war vor %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::AutoLockSection</name>
    <message>
        <source>Lock by itself</source>
        <translation>Von selbst sperren</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Lock after this long without a key or click:</source>
        <translation>&amp;Sperren nach so langer Zeit ohne Taste oder Klick:</translation>
    </message>
    <message>
        <source>Lock after this long without a key or click</source>
        <translation>Sperren nach so langer Zeit ohne Taste oder Klick</translation>
    </message>
    <message>
        <source>Locking closes the cache, wipes its key from memory and signs out.</source>
        <translation>Das Sperren schließt den Cache, löscht seinen Schlüssel aus dem Speicher und meldet ab.</translation>
    </message>
</context>
<context>
    <name>lw::ui::BarChart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <translation>%1: %2 %3, %4 %5</translation>
    </message>
    <message>
        <source>No data.</source>
        <translation>Keine Daten.</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5 in all.</source>
        <translation>%1: insgesamt %2 %3, %4 %5.</translation>
    </message>
</context>
<context>
    <name>lw::ui::BlockDialog</name>
    <message>
        <source>Block an address</source>
        <translation>Adresse sperren</translation>
    </message>
    <message>
        <source>Keep %1 blocked</source>
        <translation>%1 gesperrt halten</translation>
    </message>
    <message>
        <source>Sign-ins and registrations from it are refused before any password is looked at. The way back: Lift, on this page.</source>
        <translation>Anmeldungen und Registrierungen von ihr werden abgewiesen, bevor ein Passwort geprüft wird. Der Weg zurück: Aufheben auf dieser Seite.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>why, for whoever finds it later</source>
        <translation>warum, für alle, die sie später finden</translation>
    </message>
    <message>
        <source>until somebody lifts it</source>
        <translation>bis jemand sie aufhebt</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>&amp;For how long</source>
        <translation>&amp;Für wie lange</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Keep blocked</source>
        <translation>Gesperrt &amp;halten</translation>
    </message>
    <message>
        <source>This is no address. Write one IPv4 address, or one IPv6 address or its /64 network.</source>
        <translation>Das ist keine Adresse. Geben Sie eine IPv4-Adresse, eine IPv6-Adresse oder deren /64-Netz ein.</translation>
    </message>
    <message>
        <source>You are connected from this address yourself.</source>
        <translation>Sie selbst sind von dieser Adresse aus verbunden.</translation>
    </message>
    <message>
        <source>Blocks %1: whoever holds one address of it takes the next.</source>
        <translation>Sperrt %1: Wer eine Adresse davon hat, nimmt sonst die nächste.</translation>
    </message>
    <message>
        <source>Nobody signed in from it in the last 30 days.</source>
        <translation>In den letzten 30 Tagen hat sich niemand von ihr aus angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) of the last 30 days came from it.</source>
        <translation>
            <numerusform>%n Anmeldung der letzten 30 Tage kam von ihr.</numerusform>
            <numerusform>%n Anmeldungen der letzten 30 Tage kamen von ihr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocking…</source>
        <translation>Wird gesperrt…</translation>
    </message>
</context>
<context>
    <name>lw::ui::BlockedCard</name>
    <message>
        <source>Blocked addresses</source>
        <translation>Gesperrte Adressen</translation>
    </message>
    <message>
        <source>R&amp;ules…</source>
        <translation>Re&amp;geln…</translation>
    </message>
    <message>
        <source>&amp;Block an address…</source>
        <translation>Adresse s&amp;perren…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weitere zeigen</numerusform>
            <numerusform>%n weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is blocked at this moment.</source>
        <translation>Zurzeit ist niemand gesperrt.</translation>
    </message>
    <message>
        <source>Blocked addresses: %1</source>
        <translation>Gesperrte Adressen: %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Evidence about %1</source>
        <translation>Belege zu %1</translation>
    </message>
    <message>
        <source>Pin…</source>
        <translation>Halten…</translation>
    </message>
    <message>
        <source>Keep %1 blocked</source>
        <translation>%1 gesperrt halten</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>Aufheben…</translation>
    </message>
    <message>
        <source>Lift the block of %1</source>
        <translation>Sperre von %1 aufheben</translation>
    </message>
</context>
<context>
    <name>lw::ui::BlockingDialog</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Rules of blocking</source>
        <translation>Sperrregeln</translation>
    </message>
    <message>
        <source>An address that keeps failing is turned away before any password is looked at.</source>
        <translation>Eine Adresse, die immer wieder scheitert, wird abgewiesen, bevor ein Passwort geprüft wird.</translation>
    </message>
    <message>
        <source>&amp;Block offending addresses by themselves</source>
        <translation>Auffällige Adressen &amp;von selbst sperren</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Within so many minutes</source>
        <translation>Innerhalb so vieler Minuten</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>First block in minutes</source>
        <translation>Erste Sperre in Minuten</translation>
    </message>
    <message>
        <source>Longest block in minutes</source>
        <translation>Längste Sperre in Minuten</translation>
    </message>
    <message>
        <source>&amp;Never block listed networks by themselves</source>
        <translation>Gelistete Netze &amp;nie von selbst sperren</translation>
    </message>
    <message>
        <source>&amp;Failed sign-ins of one address</source>
        <translation>&amp;Fehlversuche einer Adresse</translation>
    </message>
    <message>
        <source>&amp;within</source>
        <translation>&amp;innerhalb von</translation>
    </message>
    <message>
        <source>F&amp;irst block lasts</source>
        <translation>&amp;Erste Sperre dauert</translation>
    </message>
    <message>
        <source>No block lasts &amp;longer than</source>
        <translation>Keine Sperre dauert &amp;länger als</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Off: an address is blocked by hand only. Blocks that hold now stay until their end.</source>
        <translation>Aus: Eine Adresse wird nur von Hand gesperrt. Laufende Sperren bleiben bis zu ihrem Ende.</translation>
    </message>
    <message>
        <source>The longest block must not be shorter than the first.</source>
        <translation>Die längste Sperre darf nicht kürzer sein als die erste.</translation>
    </message>
    <message>
        <source>Blocks of the same address: %1 …</source>
        <translation>Sperren derselben Adresse: %1 …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Sperrung</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>First block</source>
        <translation>Erste Sperre</translation>
    </message>
    <message>
        <source>Longest block</source>
        <translation>Längste Sperre</translation>
    </message>
    <message>
        <source>Listed networks exempt</source>
        <translation>Gelistete Netze ausgenommen</translation>
    </message>
</context>
<context>
    <name>lw::ui::CallGuard</name>
    <message>
        <source>No such number</source>
        <translation>Keine solche Nummer</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notruf</translation>
    </message>
    <message>
        <source>Geographic (01, 02)</source>
        <translation>Ortsnetz (01, 02)</translation>
    </message>
    <message>
        <source>UK-wide (03, 055, 056)</source>
        <translation>Landesweit (03, 055, 056)</translation>
    </message>
    <message>
        <source>Freephone (080)</source>
        <translation>Gebührenfrei (080)</translation>
    </message>
    <message>
        <source>Mobile (07)</source>
        <translation>Mobil (07)</translation>
    </message>
    <message>
        <source>Personal numbers (070)</source>
        <translation>Persönliche Nummern (070)</translation>
    </message>
    <message>
        <source>Pagers (076)</source>
        <translation>Pager (076)</translation>
    </message>
    <message>
        <source>Special services (084)</source>
        <translation>Dienste (084)</translation>
    </message>
    <message>
        <source>Special services (087)</source>
        <translation>Dienste (087)</translation>
    </message>
    <message>
        <source>Premium numbers (09)</source>
        <translation>Mehrwertnummern (09)</translation>
    </message>
    <message>
        <source>Directory enquiries (118)</source>
        <translation>Auskunft (118)</translation>
    </message>
    <message>
        <source>Guernsey, Jersey, Isle of Man</source>
        <translation>Guernsey, Jersey, Isle of Man</translation>
    </message>
    <message>
        <source>International</source>
        <translation>Ausland</translation>
    </message>
    <message>
        <source>Short number of the network</source>
        <translation>Kurznummer des Netzes</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Nebenstelle</translation>
    </message>
    <message>
        <source>follows the company</source>
        <translation>folgt der Firma</translation>
    </message>
    <message>
        <source>opted in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>Passes: no rule bars it.</source>
        <translation>Geht durch: keine Regel sperrt ihn.</translation>
    </message>
    <message>
        <source>Passes: emergency calls are never barred.</source>
        <translation>Geht durch: Notrufe werden nie gesperrt.</translation>
    </message>
    <message>
        <source>Passes: this number is opted out of Call Guard.</source>
        <translation>Geht durch: diese Nummer ist von Call Guard abgemeldet.</translation>
    </message>
    <message>
        <source>Passes: Call Guard is off for numbers without a setting of their own.</source>
        <translation>Geht durch: Call Guard ist aus für Nummern ohne eigene Einstellung.</translation>
    </message>
    <message>
        <source>Passes: this number lets %1 through.</source>
        <translation>Geht durch: diese Nummer lässt %1 zu.</translation>
    </message>
    <message>
        <source>Passes: the company lets %1 through.</source>
        <translation>Geht durch: die Firma lässt %1 zu.</translation>
    </message>
    <message>
        <source>Barred: there is no such number. %1</source>
        <translation>Gesperrt: diese Nummer gibt es nicht. %1</translation>
    </message>
    <message>
        <source>Barred: this number bars %1.</source>
        <translation>Gesperrt: diese Nummer sperrt %1.</translation>
    </message>
    <message>
        <source>Barred: the company bars %1.</source>
        <translation>Gesperrt: die Firma sperrt %1.</translation>
    </message>
    <message>
        <source>Barred: this number bars “%1”.</source>
        <translation>Gesperrt: diese Nummer sperrt „%1“.</translation>
    </message>
    <message>
        <source>Barred: the company bars “%1”.</source>
        <translation>Gesperrt: die Firma sperrt „%1“.</translation>
    </message>
    <message>
        <source>Barred now: outside the hours of this number.</source>
        <translation>Jetzt gesperrt: außerhalb der Zeiten dieser Nummer.</translation>
    </message>
    <message>
        <source>Barred now: outside the hours of the company.</source>
        <translation>Jetzt gesperrt: außerhalb der Zeiten der Firma.</translation>
    </message>
    <message>
        <source>Barred: the caller is no number of the company.</source>
        <translation>Gesperrt: der Anrufer ist keine Nummer der Firma.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>barred: %1</source>
        <translation>gesperrt: %1</translation>
    </message>
    <message>
        <source>let through: %1</source>
        <translation>zugelassen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n prefix(es)</source>
        <translation>
            <numerusform>%n Vorwahl</numerusform>
            <numerusform>%n Vorwahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>hours: %1</source>
        <translation>Zeiten: %1</translation>
    </message>
    <message>
        <source>and what follows</source>
        <translation>und was folgt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more prefix(es)</source>
        <translation>
            <numerusform>und %n weitere Vorwahl</numerusform>
            <numerusform>und %n weitere Vorwahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Barred by this number</source>
        <translation>Gesperrt durch diese Nummer</translation>
    </message>
    <message>
        <source>This number would bar</source>
        <translation>Diese Nummer würde sperren</translation>
    </message>
    <message>
        <source>Barred by the company</source>
        <translation>Gesperrt durch die Firma</translation>
    </message>
    <message>
        <source>The company would bar</source>
        <translation>Die Firma würde sperren</translation>
    </message>
    <message>
        <source>Let through by this number</source>
        <translation>Durchgelassen durch diese Nummer</translation>
    </message>
    <message>
        <source>Let through by the company</source>
        <translation>Durchgelassen durch die Firma</translation>
    </message>
    <message>
        <source>Not barred</source>
        <translation>Nicht gesperrt</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>Höchstpreis</translation>
    </message>
    <message>
        <source>%1 a minute, by this number</source>
        <translation>%1 pro Minute, durch diese Nummer</translation>
    </message>
    <message>
        <source>%1 a minute, by the company</source>
        <translation>%1 pro Minute, durch die Firma</translation>
    </message>
    <message>
        <source>Hours of this number</source>
        <translation>Zeiten dieser Nummer</translation>
    </message>
    <message>
        <source>Hours of the company</source>
        <translation>Zeiten der Firma</translation>
    </message>
    <message>
        <source>Barred: a minute costs more than %1, the most for this number.</source>
        <translation>Gesperrt: Eine Minute kostet mehr als %1, das Höchste für diese Nummer.</translation>
    </message>
    <message>
        <source>Barred: a minute costs more than %1, the most for the company.</source>
        <translation>Gesperrt: Eine Minute kostet mehr als %1, das Höchste für die Firma.</translation>
    </message>
    <message>
        <source>Barred: the rate deck has no price for it, so that no limit could hold.</source>
        <translation>Gesperrt: Die Preisliste hat keinen Preis dafür, so könnte keine Grenze halten.</translation>
    </message>
    <message>
        <source>Barred: the spend limit of this number is used up.</source>
        <translation>Gesperrt: Die Ausgabengrenze dieser Nummer ist ausgeschöpft.</translation>
    </message>
    <message>
        <source>Barred: the spend limit of the company is used up.</source>
        <translation>Gesperrt: Die Ausgabengrenze der Firma ist ausgeschöpft.</translation>
    </message>
    <message>
        <source>at most %1 a minute</source>
        <translation>höchstens %1 pro Minute</translation>
    </message>
</context>
<context>
    <name>lw::ui::CallGuardPage</name>
    <message>
        <source>&amp;Company settings…</source>
        <translation>Einstellungen der &amp;Firma…</translation>
    </message>
    <message>
        <source>&amp;Opt all in…</source>
        <translation>Alle an&amp;melden…</translation>
    </message>
    <message>
        <source>&amp;Add number…</source>
        <translation>&amp;Nummer hinzufügen…</translation>
    </message>
    <message>
        <source>Filter numbers</source>
        <translation>Nummern filtern</translation>
    </message>
    <message>
        <source>any number, in any notation</source>
        <translation>irgendeine Nummer, beliebig geschrieben</translation>
    </message>
    <message>
        <source>number, label, department, guarded</source>
        <translation>Nummer, Bezeichnung, Abteilung, geschützt</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Choose a number to see what is barred for it, and by whose setting.</source>
        <translation>Wählen Sie eine Nummer, um zu sehen, was für sie gesperrt ist und durch wessen Einstellung.</translation>
    </message>
    <message>
        <source>Would this call pass?</source>
        <translation>Ginge dieser Anruf durch?</translation>
    </message>
    <message>
        <source>Number to try</source>
        <translation>Nummer zum Ausprobieren</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Nummer hinzufügen</translation>
    </message>
    <message>
        <source>Call Guard for the company</source>
        <translation>Call Guard für die Firma</translation>
    </message>
    <message>
        <source>No numbers yet</source>
        <translation>Noch keine Nummern</translation>
    </message>
    <message>
        <source>Add the numbers that your company calls from. A call from any other is refused by the telephone system, but for emergency calls.</source>
        <translation>Fügen Sie die Nummern hinzu, von denen Ihre Firma anruft. Einen Anruf von jeder anderen weist die Telefonanlage ab, außer Notrufen.</translation>
    </message>
    <message>
        <source>Add number…</source>
        <translation>Nummer hinzufügen…</translation>
    </message>
    <message>
        <source>No number matches</source>
        <translation>Keine Nummer passt</translation>
    </message>
    <message>
        <source>No number fits this filter.</source>
        <translation>Keine Nummer passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Your roles do not show numbers</source>
        <translation>Ihre Rollen zeigen keine Nummern</translation>
    </message>
    <message>
        <source>The numbers are not known here yet</source>
        <translation>Die Nummern sind hier noch nicht bekannt</translation>
    </message>
    <message>
        <source>An owner can give you a role that may see them.</source>
        <translation>Ein Eigentümer kann Ihnen eine Rolle geben, die sie sehen darf.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), %1 guarded</source>
        <translation>
            <numerusform>%n Nummer, %1 geschützt</numerusform>
            <numerusform>%n Nummern, %1 geschützt</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers and what they may call</source>
        <translation>Nummern und was sie anrufen dürfen</translation>
    </message>
    <message>
        <source>Nothing is barred for the company as a whole.</source>
        <translation>Für die Firma als Ganzes ist nichts gesperrt.</translation>
    </message>
    <message>
        <source>For the company: %1.</source>
        <translation>Für die Firma: %1.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>Your roles do not change numbers.</source>
        <translation>Ihre Rollen ändern keine Nummern.</translation>
    </message>
    <message>
        <source>You are offline. Sign in to change something.</source>
        <translation>Sie sind offline. Melden Sie sich an, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>guarded</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>not guarded</source>
        <translation>nicht geschützt</translation>
    </message>
    <message>
        <source>Call Guard</source>
        <translation>Call Guard</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Emergency calls</source>
        <translation>Notrufe</translation>
    </message>
    <message>
        <source>999, 112, 101, 111 and their like always pass, whatever is set.</source>
        <translation>999, 112, 101, 111 und ihresgleichen gehen immer durch, was auch eingestellt ist.</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Opt o&amp;ut…</source>
        <translation>Ab&amp;melden…</translation>
    </message>
    <message>
        <source>Opt &amp;in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>Opt %1 out of Call Guard?</source>
        <translation>%1 von Call Guard abmelden?</translation>
    </message>
    <message>
        <source>Nothing is barred for this number any more: premium and international calls pass at once.</source>
        <translation>Für diese Nummer ist nichts mehr gesperrt: Mehrwert- und Auslandsanrufe gehen sofort durch.</translation>
    </message>
    <message>
        <source>Opt it in again at any time.</source>
        <translation>Sie kann jederzeit wieder angemeldet werden.</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Type what would be dialled from %1. Nothing is called.</source>
        <translation>Tippen Sie, was von %1 gewählt würde. Niemand wird angerufen.</translation>
    </message>
    <message>
        <source>Type what would be dialled. Nothing is called.</source>
        <translation>Tippen Sie, was gewählt würde. Niemand wird angerufen.</translation>
    </message>
    <message>
        <source>barred</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>geht durch</translation>
    </message>
    <message>
        <source>%1 is “%2”. %3</source>
        <translation>%1 ist „%2“. %3</translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation>%1 ist hinzugefügt.</translation>
    </message>
    <message>
        <source>The number is not read</source>
        <translation>Die Nummer ist nicht gelesen</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Remove %1 from the inventory?</source>
        <translation>%1 aus dem Bestand entfernen?</translation>
    </message>
    <message>
        <source>Every call from it but emergency calls is refused from then on.</source>
        <translation>Jeder Anruf von ihr außer Notrufen wird von da an abgewiesen.</translation>
    </message>
    <message>
        <source>It can be added again; its own rules are gone then.</source>
        <translation>Sie kann wieder hinzugefügt werden; ihre eigenen Regeln sind dann weg.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>Not removed</source>
        <translation>Nicht entfernt</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) opted in.</source>
        <translation>
            <numerusform>%n Nummer angemeldet.</numerusform>
            <numerusform>%n Nummern angemeldet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) opted out.</source>
        <translation>
            <numerusform>%n Nummer abgemeldet.</numerusform>
            <numerusform>%n Nummern abgemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opt all numbers in?</source>
        <translation>Alle Nummern anmelden?</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) that are not guarded now become guarded at once; every number is then opted in by itself, whatever the company settings say.</source>
        <translation>
            <numerusform>%n Nummer, die jetzt nicht geschützt ist, wird sofort geschützt; jede Nummer ist dann für sich angemeldet, was immer die Einstellungen der Firma sagen.</numerusform>
            <numerusform>%n Nummern, die jetzt nicht geschützt sind, werden sofort geschützt; jede Nummer ist dann für sich angemeldet, was immer die Einstellungen der Firma sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each can be opted out again.</source>
        <translation>Jede kann wieder abgemeldet werden.</translation>
    </message>
    <message>
        <source>Opt them in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The settings of Call Guard are saved.</source>
        <translation>Die Einstellungen von Call Guard sind gespeichert.</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Mehr …</translation>
    </message>
    <message>
        <source>&amp;Import numbers…</source>
        <translation>Nummern &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export numbers…</source>
        <translation>Nummern &amp;exportieren …</translation>
    </message>
    <message>
        <source>%1 numbers added, %2 changed.</source>
        <translation>%1 Nummern hinzugefügt, %2 geändert.</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>Nummern exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>lw::ui::CertificateDialog</name>
    <message>
        <source>Register a certificate of %1</source>
        <translation>Ein Zertifikat von %1 eintragen</translation>
    </message>
    <message>
        <source>Choose the certificate&apos;s file, or paste its SHA-256 fingerprint as the person reads it to you. The private key stays with the person: never ask for it.</source>
        <translation>Wählen Sie die Datei des Zertifikats, oder fügen Sie seinen SHA-256-Fingerabdruck ein, wie ihn die Person Ihnen vorliest. Der private Schlüssel bleibt bei der Person: fragen Sie nie danach.</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>SHA-256 &amp;fingerprint</source>
        <translation>SHA-256-&amp;Fingerabdruck</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Eintragen</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The file is larger than %1 KiB. Choose a certificate alone.</source>
        <translation>Die Datei ist größer als %1 KiB. Wählen Sie ein einzelnes Zertifikat.</translation>
    </message>
    <message>
        <source>There is no certificate in the file. Choose a .pem, .crt or .cer file; of a .p12 file export the certificate without its key.</source>
        <translation>In der Datei ist kein Zertifikat. Wählen Sie eine .pem-, .crt- oder .cer-Datei; aus einer .p12-Datei exportieren Sie das Zertifikat ohne seinen Schlüssel.</translation>
    </message>
    <message>
        <source>The certificate ended on %1. Ask for a new one.</source>
        <translation>Das Zertifikat endete am %1. Lassen Sie sich ein neues geben.</translation>
    </message>
    <message>
        <source>Issued to %1 by %2
Valid %3 to %4</source>
        <translation>Ausgestellt für %1 von %2
Gültig %3 bis %4</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>sich selbst (selbstsigniert)</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits, colons between them are fine. Copy it whole.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 hexadezimale Ziffern, Doppelpunkte dazwischen stören nicht. Kopieren Sie ihn ganz.</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Wird eingetragen…</translation>
    </message>
</context>
<context>
    <name>lw::ui::CertificateSection</name>
    <message>
        <source>Registered by its fingerprint</source>
        <translation>Mit dem Fingerabdruck eingetragen</translation>
    </message>
    <message>
        <source>Reading the certificates…</source>
        <translation>Zertifikate werden gelesen…</translation>
    </message>
    <message>
        <source>Register a certificate…</source>
        <translation>Zertifikat eintragen…</translation>
    </message>
    <message>
        <source>Not known offline.</source>
        <translation>Offline nicht bekannt.</translation>
    </message>
    <message>
        <source>None, and a role requires one: this person cannot sign in.</source>
        <translation>Keines, und eine Rolle verlangt eines: diese Person kann sich nicht anmelden.</translation>
    </message>
    <message>
        <source>None. Where a role requires one, a person gets in only with a certificate that is registered here.</source>
        <translation>Keines. Wo eine Rolle eines verlangt, kommt eine Person nur mit einem Zertifikat herein, das hier eingetragen ist.</translation>
    </message>
    <message>
        <source>in use now</source>
        <translation>jetzt benutzt</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>eingetragen %1</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove the certificate %1</source>
        <translation>Das Zertifikat %1 entfernen</translation>
    </message>
    <message>
        <source>The certificate is registered for %1.</source>
        <translation>Das Zertifikat ist für %1 eingetragen.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) stay registered for %1.</source>
        <translation>
            <numerusform>%n Zertifikat bleibt für %1 eingetragen.</numerusform>
            <numerusform>%n Zertifikate bleiben für %1 eingetragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the last one and a role requires one: %1 cannot sign in any more, and open sessions end at their next request.</source>
        <translation>Es ist das letzte, und eine Rolle verlangt eines: %1 kann sich nicht mehr anmelden, und offene Sitzungen enden bei ihrer nächsten Anfrage.</translation>
    </message>
    <message>
        <source>Remove the certificate “%1”?</source>
        <translation>Das Zertifikat „%1“ entfernen?</translation>
    </message>
    <message>
        <source>It can be registered again at any time.</source>
        <translation>Es kann jederzeit wieder eingetragen werden.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Not removed</source>
        <translation>Nicht entfernt</translation>
    </message>
    <message>
        <source>The certificate is removed.</source>
        <translation>Das Zertifikat ist entfernt.</translation>
    </message>
</context>
<context>
    <name>lw::ui::CertificateStep</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>I &amp;compared the fingerprint with the operator&apos;s</source>
        <translation>Ich habe den Fingerabdruck mit dem des Betreibers &amp;verglichen</translation>
    </message>
    <message>
        <source>I compared the fingerprint with the operator&apos;s</source>
        <translation>Ich habe den Fingerabdruck mit dem des Betreibers verglichen</translation>
    </message>
    <message>
        <source>Back end</source>
        <translation>Back-End</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>sich selbst (selbstsigniert)</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Chain, host name and dates verify with an authority that is trusted here.</source>
        <translation>Kette, Rechnername und Daten stimmen mit einer Zertifizierungsstelle überein, der hier vertraut wird.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch unbekannt</translation>
    </message>
    <message>
        <source>This certificate comes from an authority that this machine does not know, as is usual for a back end of your own. Ask its operator for the SHA-256 fingerprint and compare every pair; from then on the console accepts exactly this certificate.</source>
        <translation>Dieses Zertifikat kommt von einer Stelle, die dieser Rechner nicht kennt; bei einem eigenen Back-End ist das üblich. Fragen Sie den Betreiber nach dem SHA-256-Fingerabdruck und vergleichen Sie jedes Paar; von da an nimmt die Konsole genau dieses Zertifikat an.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>This certificate cannot be accepted: %1 Go back and check the address, or ask the operator to put the certificate right.</source>
        <translation>Dieses Zertifikat kann nicht angenommen werden: %1 Gehen Sie zurück und prüfen Sie die Adresse, oder bitten Sie den Betreiber, das Zertifikat zu berichtigen.</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>Diesem Zertifikat ver&amp;trauen</translation>
    </message>
</context>
<context>
    <name>lw::ui::ClientCertificateSection</name>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Shown to a back end that lets your account in only with a registered certificate. It is kept here, under the same encryption as the log, and nowhere else.</source>
        <translation>Wird einem Backend gezeigt, das Ihr Konto nur mit einem eingetragenen Zertifikat hereinlässt. Es liegt hier, unter derselben Verschlüsselung wie das Protokoll, und nirgends sonst.</translation>
    </message>
</context>
<context>
    <name>lw::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Go to a page or do something…</source>
        <translation>Zu einer Seite gehen oder etwas tun…</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>lw::ui::ConflictDialog</name>
    <message>
        <source>Somebody else changed “%1” meanwhile</source>
        <translation>Jemand anderes hat „%1“ inzwischen geändert</translation>
    </message>
    <message>
        <source>Nothing of yours is saved yet. Choose what is to stand in each field, then save again.</source>
        <translation>Von Ihnen ist noch nichts gespeichert. Wählen Sie für jedes Feld, was stehen soll, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>Alles &amp;meins</translation>
    </message>
    <message>
        <source>All &amp;theirs</source>
        <translation>Alles der &amp;anderen</translation>
    </message>
    <message>
        <source>&amp;Save again</source>
        <translation>Erneut &amp;speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) still to be decided</source>
        <translation>
            <numerusform>%n Feld ist noch zu entscheiden</numerusform>
            <numerusform>%n Felder sind noch zu entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Alles ist entschieden.</translation>
    </message>
    <message>
        <source>You both made the same change. There is nothing left to save.</source>
        <translation>Sie haben beide dieselbe Änderung vorgenommen. Es bleibt nichts zu speichern.</translation>
    </message>
</context>
<context>
    <name>lw::ui::ConflictView</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Saved meanwhile</source>
        <translation>Inzwischen gespeichert</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>war: %1</translation>
    </message>
    <message>
        <source>%1: yours, %2</source>
        <translation>%1: Ihres, %2</translation>
    </message>
    <message>
        <source>%1: saved meanwhile, %2</source>
        <translation>%1: inzwischen gespeichert, %2</translation>
    </message>
</context>
<context>
    <name>lw::ui::ConnectionPopover</name>
    <message>
        <source>Connection details</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
</context>
<context>
    <name>lw::ui::DepartureModel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Moment (%1)</source>
        <translation>Wann (%1)</translation>
    </message>
    <message>
        <source>24-hour clock</source>
        <translation>24-Stunden-Frist</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Deadline: %1</source>
        <translation>Fristende: %1</translation>
    </message>
</context>
<context>
    <name>lw::ui::DepartureWords</name>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>The back end has yet to try everything once more.</source>
        <translation>Das Back-End muss alles noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Once access has ended the back end tries everything once more and keeps what happened here.</source>
        <translation>Sobald der Zugang beendet ist, versucht das Back-End alles noch einmal und hält hier fest, was geschah.</translation>
    </message>
    <message>
        <source>%1: %2 Tried %3.</source>
        <translation>%1: %2 Versucht am %3.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>breach</source>
        <translation>Fristverletzung</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Geht</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Wechselt</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Fristende</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Zugang endet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n beendet</numerusform>
            <numerusform>%n beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message numerus="yes">
        <source>%n revoked</source>
        <translation>
            <numerusform>%n entzogen</numerusform>
            <numerusform>%n entzogen</numerusform>
        </translation>
    </message>
    <message>
        <source>New roles</source>
        <translation>Neue Rollen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Ereignisse von %1</translation>
    </message>
    <message>
        <source>“%1:” takes %2.</source>
        <translation>„%1:“ kennt nur %2.</translation>
    </message>
    <message>
        <source>“%1:” is not a key of this list. Use state: or kind:, or plain words.</source>
        <translation>„%1:“ ist kein Schlüssel dieser Liste. Nehmen Sie state: oder kind: oder einfache Wörter.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>changes duties</source>
        <translation>wechselt die Aufgabe</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>proof due</source>
        <translation>Nachweis steht aus</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>proof failed</source>
        <translation>Nachweis gescheitert</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>leaves in %1</source>
        <translation>geht in %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>breach: %1</source>
        <translation>Frist verletzt: %1</translation>
    </message>
    <message>
        <source>revoked beforehand</source>
        <translation>vorab entzogen</translation>
    </message>
    <message>
        <source>revoked in %1</source>
        <translation>entzogen nach %1</translation>
    </message>
    <message>
        <source>no clock</source>
        <translation>keine Frist</translation>
    </message>
    <message>
        <source>The 24 hours begin with the departure.</source>
        <translation>Die 24 Stunden beginnen mit dem Weggang.</translation>
    </message>
    <message>
        <source>of the 24 hours in which access must end.</source>
        <translation>von den 24 Stunden, in denen der Zugang enden muss.</translation>
    </message>
    <message>
        <source>Access ended before the person left.</source>
        <translation>Der Zugang endete vor dem Weggang.</translation>
    </message>
    <message>
        <source>from the departure, within the 24 hours.</source>
        <translation>ab dem Weggang, innerhalb der 24 Stunden.</translation>
    </message>
    <message>
        <source>Withdrawn before it was carried out.</source>
        <translation>Zurückgezogen, bevor es ausgeführt wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n live session(s) end</source>
        <translation>
            <numerusform>%n laufende Sitzung endet</numerusform>
            <numerusform>%n laufende Sitzungen enden</numerusform>
        </translation>
    </message>
    <message>
        <source>all live sessions end</source>
        <translation>alle laufenden Sitzungen enden</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) lose their registration</source>
        <translation>
            <numerusform>%n Gerät verliert seine Registrierung</numerusform>
            <numerusform>%n Geräte verlieren ihre Registrierung</numerusform>
        </translation>
    </message>
    <message>
        <source>all devices lose their registration</source>
        <translation>alle Geräte verlieren ihre Registrierung</translation>
    </message>
    <message>
        <source>At once, in one step: %1 can no longer sign in, %2, %3.</source>
        <translation>Sofort, in einem Schritt: %1 kann sich nicht mehr anmelden, %2, %3.</translation>
    </message>
    <message>
        <source>%4, in one step: %1 can no longer sign in, %2, %3.</source>
        <translation>%4, in einem Schritt: %1 kann sich nicht mehr anmelden, %2, %3.</translation>
    </message>
    <message>
        <source>%1 become %2</source>
        <translation>%1 werden zu %2</translation>
    </message>
    <message>
        <source>At once, in one step: the roles %1, and %2. The account and its devices stay.</source>
        <translation>Sofort, in einem Schritt: Die Rollen %1, und %2. Konto und Geräte bleiben.</translation>
    </message>
    <message>
        <source>%3, in one step: the roles %1, and %2. The account and its devices stay.</source>
        <translation>%3, in einem Schritt: Die Rollen %1, und %2. Konto und Geräte bleiben.</translation>
    </message>
    <message>
        <source>The numbers are those of now. The back end does it whether or not a console runs.</source>
        <translation>Die Zahlen sind die von jetzt. Das Back-End tut es, ob eine Konsole läuft oder nicht.</translation>
    </message>
    <message>
        <source>The 24 hours are over already: this case counts as a breach.</source>
        <translation>Die 24 Stunden sind schon vorbei: Dieser Fall zählt als Fristverletzung.</translation>
    </message>
    <message>
        <source>The way back: until then, Withdraw on this page leaves everything as it is.</source>
        <translation>Der Weg zurück: Bis dahin lässt Zurückziehen auf dieser Seite alles, wie es ist.</translation>
    </message>
    <message>
        <source>The way back: enable the person on the page People and give the roles again; each device needs a new secret.</source>
        <translation>Der Weg zurück: die Person auf der Seite Personen wieder aktivieren und die Rollen wieder geben; jedes Gerät braucht ein neues Geheimnis.</translation>
    </message>
    <message>
        <source>The way back: give the former roles again on the page People.</source>
        <translation>Der Weg zurück: die früheren Rollen auf der Seite Personen wieder geben.</translation>
    </message>
    <message>
        <source>names nobody</source>
        <translation>nennt niemanden</translation>
    </message>
    <message>
        <source>there is no such date</source>
        <translation>dieses Datum gibt es nicht</translation>
    </message>
    <message>
        <source>day or month first? Write 2026-12-31</source>
        <translation>Tag oder Monat zuerst? Schreiben Sie 2026-12-31</translation>
    </message>
    <message>
        <source>the date cannot be read. Write 2026-12-31</source>
        <translation>das Datum ist nicht lesbar. Schreiben Sie 2026-12-31</translation>
    </message>
    <message>
        <source>login, e-mail and name belong to different people</source>
        <translation>Anmeldename, E-Mail und Name gehören verschiedenen Personen</translation>
    </message>
    <message>
        <source>an earlier line names the same person</source>
        <translation>eine frühere Zeile nennt dieselbe Person</translation>
    </message>
    <message>
        <source>several people fit</source>
        <translation>mehrere Personen passen</translation>
    </message>
    <message>
        <source>only the name fits</source>
        <translation>nur der Name passt</translation>
    </message>
    <message>
        <source>somebody only looks alike</source>
        <translation>jemand sieht nur ähnlich aus</translation>
    </message>
    <message>
        <source>the login name is the same</source>
        <translation>der Anmeldename ist derselbe</translation>
    </message>
    <message>
        <source>the e-mail address is the same</source>
        <translation>die E-Mail-Adresse ist dieselbe</translation>
    </message>
    <message>
        <source>the name is the same</source>
        <translation>der Name ist derselbe</translation>
    </message>
    <message>
        <source>it looks alike</source>
        <translation>es sieht ähnlich aus</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>since the departure, and access has not ended. 24 h are allowed.</source>
        <translation>seit dem Weggang, und der Zugang ist nicht beendet. Erlaubt sind 24 h.</translation>
    </message>
    <message>
        <source>from the departure until access ended. 24 h were allowed.</source>
        <translation>vom Weggang bis zum Ende des Zugangs. Erlaubt waren 24 h.</translation>
    </message>
</context>
<context>
    <name>lw::ui::DeparturesPage</name>
    <message>
        <source>Filter departures</source>
        <translation>Weggänge filtern</translation>
    </message>
    <message>
        <source>&amp;Import leavers…</source>
        <translation>Weggänge &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Open departure…</source>
        <translation>Weggang &amp;eröffnen…</translation>
    </message>
    <message>
        <source>name, reason, state:open, state:breach, kind:reassignment…</source>
        <translation>Name, Grund, state:open, state:breach, kind:reassignment…</translation>
    </message>
    <message>
        <source>Choose a departure to see its clock and its proof.</source>
        <translation>Wählen Sie einen Weggang, um seine Frist und seinen Nachweis zu sehen.</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>Weggänge</translation>
    </message>
    <message>
        <source>Open a departure</source>
        <translation>Weggang eröffnen</translation>
    </message>
    <message>
        <source>Import leavers</source>
        <translation>Weggänge importieren</translation>
    </message>
    <message>
        <source>Reading the departures…</source>
        <translation>Die Weggänge werden gelesen…</translation>
    </message>
    <message>
        <source>You may not see departures</source>
        <translation>Sie dürfen Weggänge nicht sehen</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Noch nicht gesehen</translation>
    </message>
    <message>
        <source>The departures could not be read</source>
        <translation>Die Weggänge konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No departure fits this filter.</source>
        <translation>Kein Weggang passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody has left</source>
        <translation>Niemand ist gegangen</translation>
    </message>
    <message>
        <source>Open a departure when somebody leaves or changes duties: access ends within 24 hours, and the back end proves that nothing works any more. It can lie in the future.</source>
        <translation>Eröffnen Sie einen Weggang, wenn jemand geht oder die Aufgabe wechselt: Der Zugang endet binnen 24 Stunden, und das Back-End weist nach, dass nichts mehr geht. Er kann auch in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>Open a departure…</source>
        <translation>Weggang eröffnen…</translation>
    </message>
    <message numerus="yes">
        <source>%n departure(s)</source>
        <translation>
            <numerusform>%n Weggang</numerusform>
            <numerusform>%n Weggänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n departure(s)</source>
        <translation>
            <numerusform>%1 von %n Weggang</numerusform>
            <numerusform>%1 von %n Weggängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n noch offen</numerusform>
            <numerusform>%n noch offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proved</source>
        <translation>
            <numerusform>%n nachgewiesen</numerusform>
            <numerusform>%n nachgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over 24 hours</source>
        <translation>
            <numerusform>%n über 24 Stunden</numerusform>
            <numerusform>%n über 24 Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>half revoked within %1</source>
        <translation>die Hälfte entzogen binnen %1</translation>
    </message>
    <message>
        <source>the slowest %1</source>
        <translation>der langsamste %1</translation>
    </message>
    <message>
        <source>as seen %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>The clock and the proof of a departure stand here.</source>
        <translation>Hier stehen Frist und Nachweis eines Weggangs.</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Zurückziehen…</translation>
    </message>
    <message>
        <source>&amp;Probe again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>The back end tries everything once more and keeps what happened</source>
        <translation>Das Back-End versucht alles noch einmal und hält fest, was geschah</translation>
    </message>
    <message numerus="yes">
        <source>Opened %n departure(s).</source>
        <translation>
            <numerusform>%n Weggang eröffnet.</numerusform>
            <numerusform>%n Weggänge eröffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 konnte nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2.</source>
        <translation>%1 ist größer als %2.</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>%1 names nobody.</source>
        <translation>%1 nennt niemanden.</translation>
    </message>
    <message>
        <source>Withdraw the departure?</source>
        <translation>Den Weggang zurückziehen?</translation>
    </message>
    <message>
        <source>%1 keeps everything: access does not end %2.</source>
        <translation>%1 behält alles: Der Zugang endet nicht am %2.</translation>
    </message>
    <message>
        <source>It can be opened again as long as you like; the clock then runs from the moment that you give.</source>
        <translation>Er lässt sich jederzeit wieder eröffnen; die Frist läuft dann ab dem Zeitpunkt, den Sie angeben.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawn: %1 keeps access.</source>
        <translation>Zurückgezogen: %1 behält den Zugang.</translation>
    </message>
    <message>
        <source>Not withdrawn</source>
        <translation>Nicht zurückgezogen</translation>
    </message>
    <message>
        <source>Proved once more: nothing is left.</source>
        <translation>Noch einmal nachgewiesen: Nichts ist übrig.</translation>
    </message>
    <message>
        <source>Something still works: see the proof.</source>
        <translation>Etwas geht noch: siehe Nachweis.</translation>
    </message>
    <message>
        <source>Not probed</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Too many at once</source>
        <translation>Zu viele auf einmal</translation>
    </message>
    <message>
        <source>At most %1 accounts can be disabled at once. Choose some of them.</source>
        <translation>Höchstens %1 Konten lassen sich auf einmal deaktivieren. Wählen Sie einige davon.</translation>
    </message>
    <message numerus="yes">
        <source>Disable %n account(s)?</source>
        <translation>
            <numerusform>%n Konto deaktivieren?</numerusform>
            <numerusform>%n Konten deaktivieren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) can no longer sign in, and their live sessions end: %1.</source>
        <translation>
            <numerusform>%n Konto kann sich nicht mehr anmelden, und seine laufenden Sitzungen enden: %1.</numerusform>
            <numerusform>%n Konten können sich nicht mehr anmelden, und ihre laufenden Sitzungen enden: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each can be enabled again on the page People.</source>
        <translation>Jedes lässt sich auf der Seite Personen wieder aktivieren.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message numerus="yes">
        <source>Disabled %n account(s).</source>
        <translation>
            <numerusform>%n Konto deaktiviert.</numerusform>
            <numerusform>%n Konten deaktiviert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was disabled</source>
        <translation>Niemand wurde deaktiviert</translation>
    </message>
    <message>
        <source>None of your roles lets you %1.</source>
        <translation>Keine Ihrer Rollen erlaubt: %1.</translation>
    </message>
</context>
<context>
    <name>lw::ui::DetailPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>lw::ui::DeviceDialog</name>
    <message>
        <source>Add a device of %1</source>
        <translation>Gerät von %1 hinzufügen</translation>
    </message>
    <message>
        <source>The back end makes a name and a secret for it; the secret is shown once.</source>
        <translation>Das Back-End erzeugt dafür einen Namen und ein Geheimnis; das Geheimnis wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>such as Desk phone, room 12</source>
        <translation>etwa Tischtelefon, Zimmer 12</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>PBX server or trunk</source>
        <translation>Telefonanlage oder Amtsleitung</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>PBX servers connect from listed networks only, always: there is no switch for it.</source>
        <translation>Telefonanlagen verbinden sich stets nur aus gelisteten Netzen: Dafür gibt es keinen Schalter.</translation>
    </message>
    <message>
        <source>&amp;Add the device</source>
        <translation>Gerät &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Adding the device…</source>
        <translation>Das Gerät wird hinzugefügt…</translation>
    </message>
</context>
<context>
    <name>lw::ui::DeviceSection</name>
    <message>
        <source>Reading the devices…</source>
        <translation>Die Geräte werden gelesen…</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>Gerät hinzufügen…</translation>
    </message>
    <message>
        <source>Devices are not known offline yet.</source>
        <translation>Offline sind die Geräte noch nicht bekannt.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>None. A phone or PBX signs in with a name and secret of its own, never with the person&apos;s password.</source>
        <translation>Keine. Ein Telefon oder eine Telefonanlage meldet sich mit eigenem Namen und Geheimnis an, nie mit dem Passwort der Person.</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>entzogen</translation>
    </message>
    <message>
        <source>PBX</source>
        <translation>Telefonanlage</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>SIP user name %1</source>
        <translation>SIP-Benutzername %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>registered %n time(s), last %1</source>
        <translation>
            <numerusform>einmal registriert, zuletzt %1</numerusform>
            <numerusform>%n-mal registriert, zuletzt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>not registered, last %1</source>
        <translation>nicht registriert, zuletzt %1</translation>
    </message>
    <message>
        <source>never registered</source>
        <translation>nie registriert</translation>
    </message>
    <message>
        <source>secret of %1</source>
        <translation>Geheimnis vom %1</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>Neues Geheimnis…</translation>
    </message>
    <message>
        <source>New secret for %1</source>
        <translation>Neues Geheimnis für %1</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Entziehen…</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>%1 entziehen</translation>
    </message>
    <message>
        <source>Secret of “%1”</source>
        <translation>Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>Enter name and secret in the device. The secret is shown this once; the back end keeps only what is needed to check it.</source>
        <translation>Tragen Sie Name und Geheimnis im Gerät ein. Das Geheimnis wird nur dieses eine Mal gezeigt; das Back-End behält nur, was es zum Prüfen braucht.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Device of</source>
        <translation>Gerät von</translation>
    </message>
    <message>
        <source>SIP user name</source>
        <translation>SIP-Benutzername</translation>
    </message>
    <message>
        <source>Make a new secret for “%1”?</source>
        <translation>Ein neues Geheimnis für „%1“ erzeugen?</translation>
    </message>
    <message numerus="yes">
        <source>%n live registration(s) end at once, and the device cannot register until it has the new secret.</source>
        <translation>
            <numerusform>%n bestehende Registrierung endet sofort, und das Gerät kann sich erst mit dem neuen Geheimnis wieder registrieren.</numerusform>
            <numerusform>%n bestehende Registrierungen enden sofort, und das Gerät kann sich erst mit dem neuen Geheimnis wieder registrieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The former secret cannot be brought back; another new one can be made at any time.</source>
        <translation>Das frühere Geheimnis kommt nicht zurück; ein weiteres neues lässt sich jederzeit erzeugen.</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Neues Geheimnis erzeugen</translation>
    </message>
    <message>
        <source>No new secret</source>
        <translation>Kein neues Geheimnis</translation>
    </message>
    <message>
        <source>New secret of “%1”</source>
        <translation>Neues Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation>„%1“ entziehen?</translation>
    </message>
    <message numerus="yes">
        <source>%n live registration(s) end at once, and the device cannot register any more.</source>
        <translation>
            <numerusform>%n bestehende Registrierung endet sofort, und das Gerät kann sich nicht mehr registrieren.</numerusform>
            <numerusform>%n bestehende Registrierungen enden sofort, und das Gerät kann sich nicht mehr registrieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>A revoked device does not come back; add it as a new one.</source>
        <translation>Ein entzogenes Gerät kommt nicht zurück; fügen Sie es als neues hinzu.</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Not revoked</source>
        <translation>Nicht entzogen</translation>
    </message>
    <message>
        <source>“%1” is revoked.</source>
        <translation>„%1“ ist entzogen.</translation>
    </message>
    <message>
        <source>secret overdue since %1</source>
        <translation>Geheimnis überfällig seit %1</translation>
    </message>
</context>
<context>
    <name>lw::ui::EraseDialog</name>
    <message>
        <source>Erase %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Name, addresses and credentials go at once. Then the entries of the log that name this person lose their content, here and in every console at its next sync; what a legal hold keeps stays. The unique ID stays and is never given again. This cannot be undone.</source>
        <translation>Name, Adressen und Zugangsdaten verschwinden sofort. Danach verlieren die Einträge des Protokolls, die diese Person nennen, ihren Inhalt, hier und in jeder Konsole beim nächsten Abgleich; was eine Sperre schützt, bleibt. Die eindeutige Kennung bleibt und wird nie wieder vergeben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>such as Request of 12 November by letter</source>
        <translation>etwa Verlangen vom 12. November, brieflich</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>It stands in the audit log: do not name the person in it.</source>
        <translation>Er steht im Prüfprotokoll: Nennen Sie die Person darin nicht.</translation>
    </message>
    <message>
        <source>&amp;Type the login name %1 to confirm</source>
        <translation>Zur Bestätigung den Anmelde&amp;namen %1 eingeben</translation>
    </message>
    <message>
        <source>&amp;Erase for good</source>
        <translation>Endgültig &amp;löschen</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Löschen …</translation>
    </message>
</context>
<context>
    <name>lw::ui::EventModel</name>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
</context>
<context>
    <name>lw::ui::EvidenceSection</name>
    <message>
        <source>The log became shorter than it was</source>
        <translation>Das Protokoll wurde kürzer, als es war</translation>
    </message>
    <message>
        <source>Two different logs were signed</source>
        <translation>Zwei verschiedene Protokolle wurden signiert</translation>
    </message>
    <message>
        <source>An event was changed</source>
        <translation>Ein Ereignis wurde geändert</translation>
    </message>
    <message>
        <source>An event was taken out</source>
        <translation>Ein Ereignis wurde entfernt</translation>
    </message>
    <message>
        <source>The log was signed with another key</source>
        <translation>Das Protokoll wurde mit einem anderen Schlüssel signiert</translation>
    </message>
    <message>
        <source>The signature does not verify</source>
        <translation>Die Signatur ist nicht gültig</translation>
    </message>
    <message>
        <source>The head of another log was shown</source>
        <translation>Der Kopf eines anderen Protokolls wurde gezeigt</translation>
    </message>
    <message>
        <source>The log does not match what was verified before (%1)</source>
        <translation>Das Protokoll passt nicht zu dem, was zuvor verifiziert wurde (%1)</translation>
    </message>
    <message>
        <source>Evidence of tampering</source>
        <translation>Belege für Manipulation</translation>
    </message>
    <message>
        <source>The back end no longer showed the log that it had signed before. This is kept, and shown whenever the cache is opened, until you say that it is dealt with.</source>
        <translation>Das Back-End zeigte nicht mehr das Protokoll, das es zuvor signiert hatte. Das wird aufbewahrt und bei jedem Öffnen des Caches gezeigt, bis Sie sagen, dass es erledigt ist.</translation>
    </message>
    <message>
        <source>%1, found %2</source>
        <translation>%1, gefunden %2</translation>
    </message>
    <message>
        <source>Signed head that was verified before</source>
        <translation>Signierter Kopf, der zuvor verifiziert wurde</translation>
    </message>
    <message>
        <source>(none: this was the first sync)</source>
        <translation>(keiner: dies war der erste Abgleich)</translation>
    </message>
    <message>
        <source>Signed head that was shown then</source>
        <translation>Signierter Kopf, der dann gezeigt wurde</translation>
    </message>
    <message>
        <source>(none came)</source>
        <translation>(keiner kam)</translation>
    </message>
    <message>
        <source>Sa&amp;ve evidence…</source>
        <translation>Belege &amp;speichern…</translation>
    </message>
    <message>
        <source>Save the evidence found %1</source>
        <translation>Die Belege speichern, gefunden %1</translation>
    </message>
    <message>
        <source>I have &amp;dealt with it…</source>
        <translation>Das habe ich &amp;erledigt…</translation>
    </message>
    <message>
        <source>I have dealt with the evidence found %1</source>
        <translation>Die Belege habe ich erledigt, gefunden %1</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert unter %1</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden (%2). Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Remove this evidence?</source>
        <translation>Diese Belege entfernen?</translation>
    </message>
    <message>
        <source>Both signed heads found %1 are removed from the cache, and the alarm about them is no longer shown when it is opened.</source>
        <translation>Beide signierten Köpfe, gefunden %1, werden aus dem Cache entfernt, und der Alarm darüber wird beim Öffnen nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>This cannot be undone. Save the evidence first if your auditor has not got it yet.</source>
        <translation>Das kann nicht rückgängig gemacht werden. Speichern Sie die Belege zuerst, wenn Ihre Prüferin oder Ihr Prüfer sie noch nicht hat.</translation>
    </message>
    <message>
        <source>Remove the evidence</source>
        <translation>Belege entfernen</translation>
    </message>
</context>
<context>
    <name>lw::ui::ExemptionDialog</name>
    <message>
        <source>Exempt %1 from rotation</source>
        <translation>%1 vom Passwortwechsel ausnehmen</translation>
    </message>
    <message>
        <source>Until the end the password may be older than the rules say. PCI DSS does not know such exemptions: the reason is what an auditor will read.</source>
        <translation>Bis zum Ende darf das Passwort älter sein, als die Regeln sagen. PCI DSS kennt solche Ausnahmen nicht: Die Begründung ist, was ein Prüfer lesen wird.</translation>
    </message>
    <message>
        <source>such as: on parental leave until January</source>
        <translation>etwa: in Elternzeit bis Januar</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begründung</translation>
    </message>
    <message>
        <source>&amp;Ends on</source>
        <translation>&amp;Endet am</translation>
    </message>
    <message>
        <source>At 00:00 UTC of that day the rules hold again; at most %1 days from now.</source>
        <translation>Um 00:00 UTC dieses Tages gelten die Regeln wieder; höchstens %1 Tage von heute.</translation>
    </message>
    <message>
        <source>&amp;End the exemption now</source>
        <translation>Ausnahme &amp;jetzt beenden</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile. Close this and look again.</source>
        <translation>Jemand anderes hat diese Person inzwischen geändert. Schließen Sie dieses Fenster und sehen Sie noch einmal hin.</translation>
    </message>
</context>
<context>
    <name>lw::ui::ExpiryDialog</name>
    <message numerus="yes">
        <source>%n people can do nothing but choose a new password, from their next click or sign-in on.</source>
        <translation>
            <numerusform>%n Person kann vom nächsten Klick oder der nächsten Anmeldung an nur noch ein neues Passwort wählen.</numerusform>
            <numerusform>%n Personen können vom nächsten Klick oder der nächsten Anmeldung an nur noch ein neues Passwort wählen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are due from %1 to %2 (UTC), at most %3 a day.</source>
        <translation>
            <numerusform>%n Passwort ist vom %1 bis %2 (UTC) fällig, höchstens %3 am Tag.</numerusform>
            <numerusform>%n Passwörter sind vom %1 bis %2 (UTC) fällig, höchstens %3 am Tag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are exempt from rotation; this goes before their exemption.</source>
        <translation>
            <numerusform>%n davon ist vom Wechsel ausgenommen; dies geht der Ausnahme vor.</numerusform>
            <numerusform>%n davon sind vom Wechsel ausgenommen; dies geht ihrer Ausnahme vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expire the password of %1</source>
        <translation>Passwort von %1 fällig stellen</translation>
    </message>
    <message numerus="yes">
        <source>Expire %n passwords</source>
        <translation>
            <numerusform>%n Passwort fällig stellen</numerusform>
            <numerusform>%n Passwörter fällig stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>&amp;Spread over</source>
        <translation>&amp;Verteilen über</translation>
    </message>
    <message>
        <source>Spreading keeps the help desk from having everybody on one day.</source>
        <translation>Verteilt trifft es den Support nicht an einem einzigen Tag.</translation>
    </message>
    <message>
        <source>This cannot be taken back: a password that is due stays due until it is changed.</source>
        <translation>Das lässt sich nicht zurücknehmen: Ein fälliges Passwort bleibt fällig, bis es geändert wird.</translation>
    </message>
    <message>
        <source>&amp;Expire</source>
        <translation>&amp;Fällig stellen</translation>
    </message>
    <message>
        <source>Making them due…</source>
        <translation>Wird fällig gestellt…</translation>
    </message>
</context>
<context>
    <name>lw::ui::FindingsCard</name>
    <message>
        <source>About this list</source>
        <translation>Zu dieser Liste</translation>
    </message>
    <message numerus="yes">
        <source>%n more: the column State names them.</source>
        <translation>
            <numerusform>%n weiterer: Die Spalte Zustand nennt ihn.</numerusform>
            <numerusform>%n weitere: Die Spalte Zustand nennt sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::FormDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>lw::ui::GuardSettingsDialog</name>
    <message>
        <source>Call Guard for the company</source>
        <translation>Call Guard für die Firma</translation>
    </message>
    <message>
        <source>Every number follows this where it has no setting of its own. Emergency calls always pass.</source>
        <translation>Jede Nummer folgt dem, wo sie keine eigene Einstellung hat. Notrufe gehen immer durch.</translation>
    </message>
    <message>
        <source>&amp;Guard numbers that are neither opted in nor out</source>
        <translation>Nummern &amp;schützen, die weder an- noch abgemeldet sind</translation>
    </message>
    <message>
        <source>Guard numbers that are neither opted in nor out</source>
        <translation>Nummern schützen, die weder an- noch abgemeldet sind</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) become guarded at once.</source>
        <translation>
            <numerusform>%n Nummer wird sofort geschützt.</numerusform>
            <numerusform>%n Nummern werden sofort geschützt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are no longer guarded at once.</source>
        <translation>
            <numerusform>%n Nummer ist sofort nicht mehr geschützt.</numerusform>
            <numerusform>%n Nummern sind sofort nicht mehr geschützt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Barred from now on, for every guarded number that does not let it through: %1.</source>
        <translation>Von jetzt an gesperrt, für jede geschützte Nummer, die es nicht zulässt: %1.</translation>
    </message>
    <message>
        <source>No longer barred: %1.</source>
        <translation>Nicht mehr gesperrt: %1.</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>Noch ändert sich nichts.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Reading what the others made of it…</source>
        <translation>Es wird gelesen, was die anderen daraus gemacht haben…</translation>
    </message>
    <message>
        <source>Somebody else changed these settings meanwhile. Theirs: %1, %2. What you chose still stands above: save again to put it in the place of theirs, or cancel to keep theirs.</source>
        <translation>Jemand anders hat diese Einstellungen inzwischen geändert. Deren Stand: %1, %2. Was Sie gewählt haben, steht noch oben: speichern Sie noch einmal, um es an dessen Stelle zu setzen, oder brechen Sie ab, um deren Stand zu behalten.</translation>
    </message>
    <message>
        <source>numbers are guarded</source>
        <translation>Nummern sind geschützt</translation>
    </message>
    <message>
        <source>numbers are not guarded</source>
        <translation>Nummern sind nicht geschützt</translation>
    </message>
</context>
<context>
    <name>lw::ui::HoldDialog</name>
    <message>
        <source>Place a legal hold</source>
        <translation>Löschsperre setzen</translation>
    </message>
    <message>
        <source>What it covers is neither purged nor erased until it is released. It counts at once, against a purge under way as well.</source>
        <translation>Was sie umfasst, wird weder bereinigt noch gelöscht, bis sie aufgehoben wird. Sie gilt sofort, auch gegen eine laufende Bereinigung.</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>such as 020 7946 0001</source>
        <translation>etwa 020 7946 0001</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Nummer</translation>
    </message>
    <message>
        <source>Only &amp;from</source>
        <translation>Erst &amp;ab</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Only &amp;until</source>
        <translation>Nur &amp;bis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>such as Claim against the carrier</source>
        <translation>etwa Forderung gegen den Netzbetreiber</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>what concerns a person</source>
        <translation>was eine Person betrifft</translation>
    </message>
    <message>
        <source>what concerns a number</source>
        <translation>was eine Nummer betrifft</translation>
    </message>
    <message>
        <source>everything of a period</source>
        <translation>alles aus einem Zeitraum</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>type a name</source>
        <translation>Namen eingeben</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Place the hold</source>
        <translation>Sperre s&amp;etzen</translation>
    </message>
    <message>
        <source>Choose somebody from the list.</source>
        <translation>Wählen Sie jemanden aus der Liste.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Nennen Sie den Grund in wenigen Worten.</translation>
    </message>
    <message>
        <source>Type a whole number like 020 7946 0001 or +442079460001.</source>
        <translation>Geben Sie eine ganze Nummer ein wie 020 7946 0001 oder +442079460001.</translation>
    </message>
    <message>
        <source>A period needs a beginning or an end: without either everything is held.</source>
        <translation>Ein Zeitraum braucht einen Anfang oder ein Ende: Ohne beides wäre alles gesperrt.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>Placing the hold…</source>
        <translation>Sperre wird gesetzt …</translation>
    </message>
</context>
<context>
    <name>lw::ui::HoldModel</name>
    <message>
        <source>Held</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>released</source>
        <translation>aufgehoben</translation>
    </message>
</context>
<context>
    <name>lw::ui::IdentityBox</name>
    <message>
        <source>Sho&amp;w none</source>
        <translation>&amp;Keines zeigen</translation>
    </message>
    <message>
        <source>Choose another client certi&amp;ficate…</source>
        <translation>Anderes Client-Zerti&amp;fikat wählen…</translation>
    </message>
    <message>
        <source>Use a client certi&amp;ficate…</source>
        <translation>Client-Zerti&amp;fikat benutzen…</translation>
    </message>
    <message>
        <source>Client certificate of %1, ended on %2: the back end takes it no more</source>
        <translation>Client-Zertifikat von %1, beendet am %2: das Backend nimmt es nicht mehr</translation>
    </message>
    <message>
        <source>Client certificate of %1, valid until %2</source>
        <translation>Client-Zertifikat von %1, gültig bis %2</translation>
    </message>
    <message>
        <source>Show no client certificate?</source>
        <translation>Kein Client-Zertifikat zeigen?</translation>
    </message>
    <message>
        <source>The certificate and its key are removed from this machine&apos;s cache. A back end that requires one will refuse to sign you in.</source>
        <translation>Zertifikat und Schlüssel werden aus dem Zwischenspeicher dieses Rechners entfernt. Ein Backend, das eines verlangt, lässt Sie dann nicht herein.</translation>
    </message>
    <message>
        <source>Choose the file again to use it.</source>
        <translation>Wählen Sie die Datei wieder, um es zu benutzen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>lw::ui::IdentityDialog</name>
    <message>
        <source>Issued to %1 by %2
Valid %3 to %4
SHA-256 %5</source>
        <translation>Ausgestellt für %1 von %2
Gültig %3 bis %4
SHA-256 %5</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>sich selbst (selbstsigniert)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Some companies let an account in only with a certificate that was registered for it. Choose the .p12 or .pfx file that you were given. It is kept in the encrypted cache of this machine only.</source>
        <translation>Manche Firmen lassen ein Konto nur mit einem Zertifikat herein, das dafür eingetragen wurde. Wählen Sie die .p12- oder .pfx-Datei, die Sie bekommen haben. Sie wird nur im verschlüsselten Zwischenspeicher dieses Rechners aufbewahrt.</translation>
    </message>
    <message>
        <source>file with certificate and private key</source>
        <translation>Datei mit Zertifikat und privatem Schlüssel</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase der Datei</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file</source>
        <translation>&amp;Passphrase der Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Choose a client certificate</source>
        <translation>Client-Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates with their key (*.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate mit ihrem Schlüssel (*.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Keeping the certificate…</source>
        <translation>Das Zertifikat wird abgelegt…</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>Die Datei wird geöffnet…</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>&amp;Use this certificate</source>
        <translation>Dieses Zertifikat &amp;benutzen</translation>
    </message>
</context>
<context>
    <name>lw::ui::IdleCard</name>
    <message>
        <source>Accounts that nobody uses</source>
        <translation>Konten, die niemand benutzt</translation>
    </message>
    <message numerus="yes">
        <source>No login for %n day(s). PCI DSS 8.2.6 wants them disabled.</source>
        <translation>
            <numerusform>Seit %n Tag keine Anmeldung. PCI DSS 8.2.6 verlangt, sie zu deaktivieren.</numerusform>
            <numerusform>Seit %n Tagen keine Anmeldung. PCI DSS 8.2.6 verlangt, sie zu deaktivieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disable %n chosen…</source>
        <translation>
            <numerusform>%n gewähltes &amp;deaktivieren…</numerusform>
            <numerusform>%n gewählte &amp;deaktivieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>Disab&amp;le it…</source>
        <translation>De&amp;aktivieren…</translation>
    </message>
    <message numerus="yes">
        <source>Disab&amp;le all %n…</source>
        <translation>
            <numerusform>A&amp;lle %n deaktivieren…</numerusform>
            <numerusform>A&amp;lle %n deaktivieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (never signed in)</source>
        <translation>%1 (nie angemeldet)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Every account is used</source>
        <translation>Jedes Konto wird benutzt</translation>
    </message>
</context>
<context>
    <name>lw::ui::IdleModel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Last login (UTC)</source>
        <translation>Letzte Anmeldung (UTC)</translation>
    </message>
    <message>
        <source>Unused for</source>
        <translation>Ungenutzt seit</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::ImportDialog</name>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>A CSV file whose first line names its columns: login, name, department, email, roles (separated by semicolons), status (active or disabled). Only login must be there; a column that is missing changes nothing. Nothing is changed before you saw what would happen.</source>
        <translation>Eine CSV-Datei, deren erste Zeile die Spalten nennt: login, name, department, email, roles (durch Semikolon getrennt), status (active oder disabled). Nur login muss da sein; eine fehlende Spalte ändert nichts. Nichts wird geändert, bevor Sie gesehen haben, was geschähe.</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Undo the import…</source>
        <translation>Import &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>Save the one-time &amp;passwords…</source>
        <translation>Einmal&amp;passwörter speichern…</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>Choose a file to see, line by line, what it would do.</source>
        <translation>Wählen Sie eine Datei, um Zeile für Zeile zu sehen, was sie täte.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Choose a people file</source>
        <translation>Personendatei wählen</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Split it.</source>
        <translation>%1 ist größer als %2. Teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>Judging each line of %1; nothing is changed…</source>
        <translation>Jede Zeile von %1 wird geprüft; nichts wird geändert…</translation>
    </message>
    <message numerus="yes">
        <source>%n people added</source>
        <translation>
            <numerusform>%n Person hinzugefügt</numerusform>
            <numerusform>%n Personen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people would be added</source>
        <translation>
            <numerusform>%n Person würde hinzugefügt</numerusform>
            <numerusform>%n Personen würden hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be changed</source>
        <translation>
            <numerusform>%n würde geändert</numerusform>
            <numerusform>%n würden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are refused</source>
        <translation>
            <numerusform>%n Zeile ist abgelehnt</numerusform>
            <numerusform>%n Zeilen sind abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>All or nothing: correct these lines in the file and choose it again.</source>
        <translation>Alles oder nichts: Berichtigen Sie diese Zeilen in der Datei und wählen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Undone: changed people are as before, added ones are disabled, as an ID is never used again.</source>
        <translation>Rückgängig gemacht: Geänderte Personen sind wie zuvor, hinzugefügte sind deaktiviert, weil eine Kennung nie wieder vergeben wird.</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n people, all or nothing…</source>
        <translation>
            <numerusform>%n Person wird geändert, ganz oder gar nicht…</numerusform>
            <numerusform>%n Personen werden geändert, alle oder keine…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n people added</source>
        <translation>
            <numerusform>Importiert: %n Person hinzugefügt</numerusform>
            <numerusform>Importiert: %n Personen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n changed.</source>
        <translation>
            <numerusform>, %n geändert.</numerusform>
            <numerusform>, %n geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the import?</source>
        <translation>Den Import rückgängig machen?</translation>
    </message>
    <message numerus="yes">
        <source>%n changed people get back what they had</source>
        <translation>
            <numerusform>%n geänderte Person erhält zurück, was sie hatte</numerusform>
            <numerusform>%n geänderte Personen erhalten zurück, was sie hatten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n added ones are disabled.</source>
        <translation>
            <numerusform>; %n hinzugefügte wird deaktiviert.</numerusform>
            <numerusform>; %n hinzugefügte werden deaktiviert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can be imported again afterwards.</source>
        <translation>Die Datei kann danach wieder importiert werden.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Wird rückgängig gemacht…</translation>
    </message>
    <message>
        <source>The import is undone.</source>
        <translation>Der Import ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Save the one-time passwords</source>
        <translation>Einmalpasswörter speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Close without the one-time passwords?</source>
        <translation>Ohne die Einmalpasswörter schließen?</translation>
    </message>
    <message numerus="yes">
        <source>%n new people cannot sign in without theirs.</source>
        <translation>
            <numerusform>%n neue Person kann sich ohne ihres nicht anmelden.</numerusform>
            <numerusform>%n neue Personen können sich ohne ihres nicht anmelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can reset the password of each of them later.</source>
        <translation>Sie können später das Passwort jeder Person zurücksetzen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saved to %1. Hand each person their own password, then delete the file.</source>
        <translation>Gespeichert in %1. Geben Sie jeder Person ihr eigenes Passwort, dann löschen Sie die Datei.</translation>
    </message>
</context>
<context>
    <name>lw::ui::ImportModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Would</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>lw::ui::KeyStoreSection</name>
    <message>
        <source>Key store of this computer</source>
        <translation>Schlüsselspeicher dieses Rechners</translation>
    </message>
    <message>
        <source>&amp;Open without a passphrase on this machine</source>
        <translation>Auf diesem Rechner ohne Passphrase ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open without a passphrase on this machine</source>
        <translation>Auf diesem Rechner ohne Passphrase öffnen</translation>
    </message>
    <message>
        <source>A key is kept in the operating system&apos;s key store: whoever is signed in to this computer as you can then open the cache.</source>
        <translation>Ein Schlüssel wird im Schlüsselspeicher des Betriebssystems behalten: Wer an diesem Rechner als Sie angemeldet ist, kann dann den Cache öffnen.</translation>
    </message>
    <message>
        <source>Asking the key store…</source>
        <translation>Der Schlüsselspeicher wird gefragt…</translation>
    </message>
    <message>
        <source>The cache opens by itself on this computer from now on.</source>
        <translation>Der Cache öffnet sich auf diesem Rechner von nun an von selbst.</translation>
    </message>
    <message>
        <source>The cache asks for its passphrase from now on.</source>
        <translation>Der Cache fragt von nun an nach seiner Passphrase.</translation>
    </message>
    <message>
        <source>This computer has no key store that answers, so the passphrase stays the way in. Start a key ring (for example GNOME Keyring or KWallet) and try again. (%1)</source>
        <translation>Dieser Rechner hat keinen Schlüsselspeicher, der antwortet; deshalb bleibt es bei der Passphrase. Starten Sie einen Schlüsselbund (zum Beispiel GNOME Keyring oder KWallet) und versuchen Sie es noch einmal. (%1)</translation>
    </message>
</context>
<context>
    <name>lw::ui::LeaversDialog</name>
    <message>
        <source>Import leavers from %1</source>
        <translation>Weggänge aus %1 importieren</translation>
    </message>
    <message>
        <source>An exact login name or e-mail address is sure. Everything else is yours to decide; nobody is guessed. Nothing happens before you open the cases.</source>
        <translation>Ein genauer Anmeldename oder eine genaue E-Mail-Adresse ist sicher. Alles andere entscheiden Sie; niemand wird geraten. Nichts geschieht, bevor Sie die Fälle eröffnen.</translation>
    </message>
    <message>
        <source>Lines without a date leave at</source>
        <translation>Zeilen ohne Datum: Weggang am</translation>
    </message>
    <message>
        <source>Lines without a &amp;date leave at</source>
        <translation>Zeilen ohne &amp;Datum: Weggang am</translation>
    </message>
    <message>
        <source>Leavers&apos; list %1</source>
        <translation>Liste der Weggänge %1</translation>
    </message>
    <message>
        <source>&amp;Reason of every case</source>
        <translation>&amp;Grund jedes Falls</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>Zeilen der Liste</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>Diese Zeile</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Leave this line out</source>
        <translation>Diese Zeile auslassen</translation>
    </message>
    <message>
        <source>Nothing is to be decided.</source>
        <translation>Hier ist nichts zu entscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) would be opened</source>
        <translation>
            <numerusform>%n Fall würde eröffnet</numerusform>
            <numerusform>%n Fälle würden eröffnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them past the 24 hours already</source>
        <translation>
            <numerusform>%n davon schon über die 24 Stunden hinaus</numerusform>
            <numerusform>%n davon schon über die 24 Stunden hinaus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to be decided</source>
        <translation>
            <numerusform>%n Zeile zu entscheiden</numerusform>
            <numerusform>%n Zeilen zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) nobody</source>
        <translation>
            <numerusform>%n passt zu niemandem</numerusform>
            <numerusform>%n passen zu niemandem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not usable</source>
        <translation>
            <numerusform>%n nicht brauchbar</numerusform>
            <numerusform>%n nicht brauchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not opened</source>
        <translation>
            <numerusform>%n nicht eröffnet</numerusform>
            <numerusform>%n nicht eröffnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Open %n case(s)</source>
        <translation>
            <numerusform>%n Fall &amp;eröffnen</numerusform>
            <numerusform>%n Fälle &amp;eröffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 cases can be opened at once. Split the list.</source>
        <translation>Höchstens %1 Fälle lassen sich auf einmal eröffnen. Teilen Sie die Liste.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird eröffnet…</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Keine Zeile</translation>
    </message>
    <message>
        <source>The list names nobody.</source>
        <translation>Die Liste nennt niemanden.</translation>
    </message>
</context>
<context>
    <name>lw::ui::LeaversModel</name>
    <message>
        <source>The account is disabled already.</source>
        <translation>Das Konto ist schon deaktiviert.</translation>
    </message>
    <message>
        <source>Nobody of the customer is called that.</source>
        <translation>Niemand bei diesem Kunden heißt so.</translation>
    </message>
    <message>
        <source>Another line opens a case for the same person.</source>
        <translation>Eine andere Zeile eröffnet einen Fall für dieselbe Person.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Leaves (%1)</source>
        <translation>Weggang (%1)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>opens a case</source>
        <translation>eröffnet einen Fall</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>matches nobody</source>
        <translation>passt zu niemandem</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht brauchbar</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>nicht eröffnet</translation>
    </message>
</context>
<context>
    <name>lw::ui::LimitsDialog</name>
    <message>
        <source>Spend limits</source>
        <translation>Ausgabengrenzen</translation>
    </message>
    <message>
        <source>Days begin at midnight in the company&apos;s time zone, weeks on Monday. Emergency calls always pass.</source>
        <translation>Tage beginnen um Mitternacht in der Zeitzone der Firma, Wochen am Montag. Notrufe gehen immer durch.</translation>
    </message>
    <message>
        <source>such as 80, 95, 100</source>
        <translation>etwa 80, 95, 100</translation>
    </message>
    <message>
        <source>&amp;Warn at percent</source>
        <translation>&amp;Warnen bei Prozent</translation>
    </message>
    <message>
        <source>&amp;Refuse calls that cost something when a limit is reached</source>
        <translation>Anrufe, die etwas kosten, an der Grenze &amp;ablehnen</translation>
    </message>
    <message>
        <source>&amp;End running calls when a limit is reached</source>
        <translation>Laufende Anrufe an der Grenze &amp;beenden</translation>
    </message>
    <message>
        <source>Company, a &amp;day (%1)</source>
        <translation>Firma, pro &amp;Tag (%1)</translation>
    </message>
    <message>
        <source>Company, a &amp;week</source>
        <translation>Firma, pro W&amp;oche</translation>
    </message>
    <message>
        <source>Each &amp;number, a day</source>
        <translation>Jede &amp;Nummer, pro Tag</translation>
    </message>
    <message>
        <source>Each number, a wee&amp;k</source>
        <translation>Jede Nummer, pro Wo&amp;che</translation>
    </message>
    <message numerus="yes">
        <source>Where running calls are not ended, each may overspend by what %n minute(s) cost.</source>
        <translation>
            <numerusform>Wo laufende Anrufe nicht beendet werden, kann jeder um so viel überziehen, wie %n Minute kostet.</numerusform>
            <numerusform>Wo laufende Anrufe nicht beendet werden, kann jeder um so viel überziehen, wie %n Minuten kosten.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Type an amount like 200.00, or leave it empty for no limit.</source>
        <translation>Geben Sie einen Betrag wie 200.00 ein, oder lassen Sie es leer für keine Grenze.</translation>
    </message>
    <message>
        <source>A week&apos;s limit must not be under the day&apos;s.</source>
        <translation>Die Grenze der Woche darf nicht unter der des Tages liegen.</translation>
    </message>
    <message>
        <source>The amount must be between 0 and 1,000,000,000.</source>
        <translation>Der Betrag muss zwischen 0 und 1.000.000.000 liegen.</translation>
    </message>
    <message>
        <source>Type up to ten percents between 1 and 100, each more than the one before.</source>
        <translation>Geben Sie bis zu zehn Prozentwerte zwischen 1 und 100 ein, jeder größer als der vorige.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Somebody else changed the limits meanwhile. Close this, look at theirs, and try again.</source>
        <translation>Jemand anders hat die Grenzen inzwischen geändert. Schließen Sie dies, sehen Sie sich die Änderung an, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Each level is told of once a day or week, in the audit log and by e-mail.</source>
        <translation>Jede Stufe wird einmal am Tag oder in der Woche gemeldet, im Prüfprotokoll und per E-Mail.</translation>
    </message>
    <message>
        <source>&amp;Try on past calls</source>
        <translation>An bisherigen Anrufen &amp;erproben</translation>
    </message>
    <message>
        <source>Says what these limits would have done to the calls of the last 90 days. Nothing changes.</source>
        <translation>Sagt, was diese Grenzen mit den Anrufen der letzten 90 Tage getan hätten. Nichts ändert sich.</translation>
    </message>
    <message>
        <source>Judging the calls of the last 90 days…</source>
        <translation>Die Anrufe der letzten 90 Tage werden beurteilt …</translation>
    </message>
</context>
<context>
    <name>lw::ui::LoginLogPage</name>
    <message>
        <source>Filter the login log</source>
        <translation>Das Anmeldeprotokoll filtern</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>type to narrow, Tab completes: outcome:failure since:7d ip:203.0.113.0/24</source>
        <translation>tippen zum Eingrenzen, Tab vervollständigt: outcome:failure since:7d ip:203.0.113.0/24</translation>
    </message>
    <message>
        <source>Make a report of the events that are shown</source>
        <translation>Einen Bericht über die gezeigten Ereignisse machen</translation>
    </message>
    <message>
        <source>Choose an event to see where it came from and its proof.</source>
        <translation>Wählen Sie ein Ereignis, um seine Herkunft und seinen Nachweis zu sehen.</translation>
    </message>
    <message>
        <source>Whole &amp;time</source>
        <translation>Ganze &amp;Zeit</translation>
    </message>
    <message>
        <source>Login log</source>
        <translation>Anmeldeprotokoll</translation>
    </message>
    <message>
        <source>Copy the proof of the shown event</source>
        <translation>Den Nachweis des gezeigten Ereignisses kopieren</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>The login log appears here after the first sync. Press Sync now above.</source>
        <translation>Das Anmeldeprotokoll erscheint hier nach dem ersten Abgleich. Drücken Sie oben auf Abgleichen.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No event of the cache fits this filter.</source>
        <translation>Kein Ereignis des Caches passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 events</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von %2 Ereignissen</translation>
    </message>
    <message>
        <source>drag to zoom · %1</source>
        <translation>ziehen zum Vergrößern · %1</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Copy proof</source>
        <translation>Nachweis kopieren</translation>
    </message>
    <message>
        <source>Leaf, path and signed head as JSON, for another verifier</source>
        <translation>Blatt, Pfad und signierter Kopf als JSON, für ein anderes Prüfprogramm</translation>
    </message>
    <message>
        <source>Copied the proof of event #%1</source>
        <translation>Nachweis des Ereignisses #%1 kopiert</translation>
    </message>
</context>
<context>
    <name>lw::ui::MainWindow</name>
    <message>
        <source>Look: as the system</source>
        <translation>Aussehen: wie das System</translation>
    </message>
    <message>
        <source>Look: light</source>
        <translation>Aussehen: hell</translation>
    </message>
    <message>
        <source>Look: dark</source>
        <translation>Aussehen: dunkel</translation>
    </message>
    <message>
        <source>Rows: comfortable</source>
        <translation>Zeilen: bequem</translation>
    </message>
    <message>
        <source>Rows: compact</source>
        <translation>Zeilen: dicht</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>lw::ui::MfaStep</name>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>C&amp;ode from the app</source>
        <translation>C&amp;ode aus der App</translation>
    </message>
    <message>
        <source>Copy the &amp;key</source>
        <translation>Schlüssel &amp;kopieren</translation>
    </message>
    <message>
        <source>QR code of the key; the same key stands beside it as text</source>
        <translation>QR-Code des Schlüssels; derselbe Schlüssel steht daneben als Text</translation>
    </message>
    <message>
        <source>Key as text</source>
        <translation>Schlüssel als Text</translation>
    </message>
    <message>
        <source>Open an authenticator app on your phone and scan this code.</source>
        <translation>Öffnen Sie eine Authenticator-App auf Ihrem Telefon und scannen Sie diesen Code.</translation>
    </message>
    <message>
        <source>No camera? Type this key in the app instead:</source>
        <translation>Keine Kamera? Geben Sie stattdessen diesen Schlüssel in der App ein:</translation>
    </message>
    <message>
        <source>Type the six digits that the app shows now.</source>
        <translation>Geben Sie die sechs Ziffern ein, die die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>Asking for a key…</source>
        <translation>Ein Schlüssel wird angefordert…</translation>
    </message>
    <message>
        <source>Checking the code…</source>
        <translation>Der Code wird geprüft…</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
</context>
<context>
    <name>lw::ui::MomentEdit</name>
    <message>
        <source>There is no %1 on that day in %2: the clock goes forward. Choose another time.</source>
        <translation>%1 gibt es an diesem Tag in %2 nicht: Die Uhr wird vorgestellt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>%1, which is %2 %3</source>
        <translation>%1, das ist %2 %3</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
</context>
<context>
    <name>lw::ui::NavigationRail</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkDialog</name>
    <message>
        <source>Change a listed network</source>
        <translation>Gelistetes Netz ändern</translation>
    </message>
    <message>
        <source>Add a network to the list</source>
        <translation>Netz in die Liste aufnehmen</translation>
    </message>
    <message>
        <source>Nothing is saved yet: the page first shows what the change would have done.</source>
        <translation>Noch wird nichts gespeichert: Die Seite zeigt zuerst, was die Änderung bewirkt hätte.</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>Head office London</source>
        <translation>Hauptsitz London</translation>
    </message>
    <message>
        <source>who answers for it</source>
        <translation>wer dafür einsteht</translation>
    </message>
    <message>
        <source>&amp;Ends after</source>
        <translation>&amp;Endet nach</translation>
    </message>
    <message>
        <source>An address, or a network with its length.</source>
        <translation>Eine Adresse oder ein Netz mit seiner Länge.</translation>
    </message>
    <message>
        <source>Use the &amp;address you are connected from, %1</source>
        <translation>Die &amp;Adresse nehmen, von der Sie verbunden sind: %1</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Verantwortlich</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>the whole day, %1</source>
        <translation>der ganze Tag, %1</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Add to the list</source>
        <translation>In die Liste aufneh&amp;men</translation>
    </message>
    <message>
        <source>%1 is listed already, as %2.</source>
        <translation>%1 ist schon gelistet, als %2.</translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkImportDialog</name>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Import networks from %1</source>
        <translation>Netze aus %1 importieren</translation>
    </message>
    <message>
        <source>Nothing is saved yet: what you take over is proposed on the page, and replayed there.</source>
        <translation>Noch wird nichts gespeichert: Was Sie übernehmen, wird auf der Seite vorgeschlagen und dort nachgespielt.</translation>
    </message>
    <message>
        <source>&amp;Add them to the list</source>
        <translation>In die Liste &amp;aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Make the list exactly this file</source>
        <translation>Die Liste genau zu dieser Datei &amp;machen</translation>
    </message>
    <message>
        <source>%1 read: %2 new, %3 with other details, %4 listed already.</source>
        <translation>%1 gelesen: %2 neu, %3 mit anderen Angaben, %4 schon gelistet.</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n Netz</numerusform>
            <numerusform>%n Netze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) that the file does not name would be removed.</source>
        <translation>
            <numerusform>%n Netz, das die Datei nicht nennt, würde entfernt.</numerusform>
            <numerusform>%n Netze, die die Datei nicht nennt, würden entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be used; correct the file and import it again:</source>
        <translation>
            <numerusform>%n Zeile ist nicht brauchbar; berichtigen Sie die Datei und importieren Sie sie erneut:</numerusform>
            <numerusform>%n Zeilen sind nicht brauchbar; berichtigen Sie die Datei und importieren Sie sie erneut:</numerusform>
        </translation>
    </message>
    <message>
        <source>To be noted:</source>
        <translation>Zu beachten:</translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkModel</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Logins, 30 d</source>
        <translation>Anm., 30 d</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <source>leading zeros</source>
        <translation>führende Nullen</translation>
    </message>
    <message>
        <source>has a zone</source>
        <translation>mit Zone</translation>
    </message>
    <message>
        <source>no such length</source>
        <translation>ungültige Länge</translation>
    </message>
    <message>
        <source>netmask</source>
        <translation>Netzmaske</translation>
    </message>
    <message>
        <source>host name</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>nobody could connect</source>
        <translation>niemand käme herein</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>zu viele</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>shadowed</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>overlaps</source>
        <translation>überlappt</translation>
    </message>
    <message>
        <source>could be joined</source>
        <translation>zusammenfassbar</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>very wide</source>
        <translation>sehr weit</translation>
    </message>
    <message>
        <source>host bits cleared</source>
        <translation>Hostbits gelöscht</translation>
    </message>
    <message>
        <source>read as IPv4</source>
        <translation>als IPv4 gelesen</translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkPage</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Add network…</source>
        <translation>Netz &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen…</translation>
    </message>
    <message>
        <source>Add a network to the allowlist</source>
        <translation>Netz in die Positivliste aufnehmen</translation>
    </message>
    <message>
        <source>Import networks</source>
        <translation>Netze importieren</translation>
    </message>
    <message>
        <source>Export networks</source>
        <translation>Netze exportieren</translation>
    </message>
    <message>
        <source>Network access</source>
        <translation>Netzzugang</translation>
    </message>
    <message>
        <source>You may not see this list</source>
        <translation>Sie dürfen diese Liste nicht sehen</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Noch nicht gesehen</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Die Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>PBX servers are always allowlisted</source>
        <translation>Für Telefonanlagen gilt die Liste immer</translation>
    </message>
    <message>
        <source>Only listed networks may connect</source>
        <translation>Nur gelistete Netze sind zugelassen</translation>
    </message>
    <message>
        <source>Any network may connect</source>
        <translation>Jedes Netz ist zugelassen</translation>
    </message>
    <message>
        <source>On since %1</source>
        <translation>Eingeschaltet seit %1</translation>
    </message>
    <message>
        <source>The list is not enforced for people</source>
        <translation>Die Liste gilt nicht für Personen</translation>
    </message>
    <message>
        <source>as seen %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>&amp;Turn off…</source>
        <translation>A&amp;usschalten…</translation>
    </message>
    <message>
        <source>&amp;Turn on…</source>
        <translation>&amp;Einschalten…</translation>
    </message>
    <message>
        <source>No network is listed</source>
        <translation>Kein Netz ist gelistet</translation>
    </message>
    <message>
        <source>List the networks from which your people work: offices, VPN exits, home lines. Phones and consoles elsewhere are refused once the list is turned on; PBX servers always are.</source>
        <translation>Führen Sie die Netze auf, aus denen Ihre Leute arbeiten: Büros, VPN-Ausgänge, Anschlüsse daheim. Telefone und Konsolen anderswo werden abgewiesen, sobald die Liste eingeschaltet ist, Telefonanlagen immer.</translation>
    </message>
    <message>
        <source>Add the first network…</source>
        <translation>Erstes Netz hinzufügen…</translation>
    </message>
    <message>
        <source>Discard all changes?</source>
        <translation>Alle Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>%1. None of it was saved.</source>
        <translation>%1. Nichts davon wurde gespeichert.</translation>
    </message>
    <message>
        <source>What you typed is gone then; the list stays as it is.</source>
        <translation>Was Sie eingegeben haben, ist dann weg; die Liste bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>CSV or text (*.csv *.txt)</source>
        <translation>CSV oder Text (*.csv *.txt)</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 konnte nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2.</source>
        <translation>%1 ist größer als %2.</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n network(s) to %1</source>
        <translation>
            <numerusform>%n Netz in %1 gespeichert</numerusform>
            <numerusform>%n Netze in %1 gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>You are connected from %1, which would not be listed any more: your own session ends with the next request.</source>
        <translation>Sie sind von %1 verbunden; das wäre nicht mehr gelistet: Ihre eigene Sitzung endet mit der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>In force. It reverts by itself unless you confirm it in time.</source>
        <translation>In Kraft. Die Änderung nimmt sich selbst zurück, wenn Sie sie nicht rechtzeitig bestätigen.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The list was changed by somebody else. Connect again to compare.</source>
        <translation>Jemand anderes hat die Liste geändert. Verbinden Sie sich wieder, um zu vergleichen.</translation>
    </message>
    <message>
        <source>The list stays as it was saved meanwhile.</source>
        <translation>Die Liste bleibt, wie sie inzwischen gespeichert wurde.</translation>
    </message>
    <message>
        <source>%1 changed the list and has yet to confirm it. Save when that is settled.</source>
        <translation>%1 hat die Liste geändert und muss das noch bestätigen. Speichern Sie, wenn das geklärt ist.</translation>
    </message>
    <message>
        <source>Confirmed: the list stays.</source>
        <translation>Bestätigt: Die Liste bleibt.</translation>
    </message>
    <message>
        <source>Take the change back now?</source>
        <translation>Die Änderung jetzt zurücknehmen?</translation>
    </message>
    <message>
        <source>The list becomes what it was before: %1.</source>
        <translation>Die Liste wird wieder, was sie war: %1.</translation>
    </message>
    <message>
        <source>It can be proposed and saved again.</source>
        <translation>Sie lässt sich wieder vorschlagen und speichern.</translation>
    </message>
    <message>
        <source>Revert now</source>
        <translation>Jetzt zurücknehmen</translation>
    </message>
    <message>
        <source>Reverted: the list is as before.</source>
        <translation>Zurückgenommen: Die Liste ist wie zuvor.</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Lift the block?</source>
        <translation>Die Sperre aufheben?</translation>
    </message>
    <message>
        <source>%1 may try to sign in again at once: %2.</source>
        <translation>%1 darf sofort wieder versuchen, sich anzumelden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>It is blocked again by itself after %n more failure(s), or by hand.</source>
        <translation>
            <numerusform>Sie wird nach %n weiterem Fehlversuch von selbst wieder gesperrt, oder von Hand.</numerusform>
            <numerusform>Sie wird nach %n weiteren Fehlversuchen von selbst wieder gesperrt, oder von Hand.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be blocked again by hand.</source>
        <translation>Sie lässt sich von Hand wieder sperren.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Not lifted</source>
        <translation>Nicht aufgehoben</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 darf es wieder versuchen.</translation>
    </message>
    <message>
        <source>you come from %1, which is listed</source>
        <translation>Sie kommen von %1, das gelistet ist</translation>
    </message>
    <message>
        <source>you come from %1, which is not listed</source>
        <translation>Sie kommen von %1, das nicht gelistet ist</translation>
    </message>
    <message>
        <source>were it on: %1</source>
        <translation>wäre sie eingeschaltet: %1</translation>
    </message>
    <message>
        <source>None of your roles lets you %1.</source>
        <translation>Keine Ihrer Rollen erlaubt: %1.</translation>
    </message>
</context>
<context>
    <name>lw::ui::NetworkTableCard</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>Än&amp;dern…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Listed networks</source>
        <translation>Gelistete Netze</translation>
    </message>
    <message>
        <source>Find a network, label, owner or address</source>
        <translation>Netz, Bezeichnung, Verantwortliche oder Adresse finden</translation>
    </message>
    <message>
        <source>find network, label or address</source>
        <translation>Netz, Bezeichnung oder Adresse</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No listed network contains or is called that.</source>
        <translation>Kein gelistetes Netz enthält das oder heißt so.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Und&amp;o</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n Netz</numerusform>
            <numerusform>%n Netze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n network(s)</source>
        <translation>
            <numerusform>%1 von %n Netz</numerusform>
            <numerusform>%1 von %n Netzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::NewPasswordStep</name>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The back end asks for a new password before you go on: yours was given to you, or is too old.</source>
        <translation>Das Back-End verlangt ein neues Passwort, bevor es weitergeht: Ihres wurde Ihnen gegeben oder ist zu alt.</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Neues Passwort n&amp;och einmal</translation>
    </message>
    <message>
        <source>Changing the password…</source>
        <translation>Das Passwort wird geändert…</translation>
    </message>
    <message>
        <source>&amp;Change password</source>
        <translation>Passwort &amp;ändern</translation>
    </message>
</context>
<context>
    <name>lw::ui::NewSecretFields</name>
    <message>
        <source>This is not the same as above. Type it again.</source>
        <translation>Das ist nicht dasselbe wie oben. Geben Sie es noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>lw::ui::NumberDialog</name>
    <message>
        <source>Add a number</source>
        <translation>Nummer hinzufügen</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>What is not set here follows the company. Emergency calls always pass.</source>
        <translation>Was hier nicht eingestellt ist, folgt der Firma. Notrufe gehen immer durch.</translation>
    </message>
    <message>
        <source>such as 020 7946 0001 or +44 20 7946 0001</source>
        <translation>etwa 020 7946 0001 oder +44 20 7946 0001</translation>
    </message>
    <message>
        <source>such as Reception</source>
        <translation>etwa Empfang</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Nummer</translation>
    </message>
    <message>
        <source>L&amp;abel</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Abteilung</translation>
    </message>
    <message>
        <source>Call &amp;Guard</source>
        <translation>Call &amp;Guard</translation>
    </message>
    <message>
        <source>Add the &amp;number</source>
        <translation>&amp;Nummer hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Reading what the others made of it…</source>
        <translation>Es wird gelesen, was die anderen daraus gemacht haben…</translation>
    </message>
    <message>
        <source>label “%1”</source>
        <translation>Bezeichnung „%1“</translation>
    </message>
    <message>
        <source>department “%1”</source>
        <translation>Abteilung „%1“</translation>
    </message>
    <message>
        <source>no rules of its own</source>
        <translation>keine eigenen Regeln</translation>
    </message>
    <message>
        <source>Somebody else changed this number meanwhile. Theirs is: %1. What you typed still stands above: save again to put it in the place of theirs, or cancel to keep theirs.</source>
        <translation>Jemand anders hat diese Nummer inzwischen geändert. Deren Stand: %1. Was Sie getippt haben, steht noch oben: speichern Sie noch einmal, um es an dessen Stelle zu setzen, oder brechen Sie ab, um deren Stand zu behalten.</translation>
    </message>
</context>
<context>
    <name>lw::ui::NumberLimitDialog</name>
    <message>
        <source>Limits of %1</source>
        <translation>Grenzen von %1</translation>
    </message>
    <message>
        <source>What is left empty is inherited from the limits of each number.</source>
        <translation>Was leer bleibt, wird von den Grenzen jeder Nummer geerbt.</translation>
    </message>
    <message>
        <source>inherited: %1</source>
        <translation>geerbt: %1</translation>
    </message>
    <message>
        <source>inherited: no limit</source>
        <translation>geerbt: keine Grenze</translation>
    </message>
    <message>
        <source>A &amp;day (%1)</source>
        <translation>Pro &amp;Tag (%1)</translation>
    </message>
    <message>
        <source>A &amp;week</source>
        <translation>Pro &amp;Woche</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Type an amount like 25.00, or leave it empty.</source>
        <translation>Geben Sie einen Betrag wie 25.00 ein, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>A week&apos;s limit must not be under the day&apos;s.</source>
        <translation>Die Grenze der Woche darf nicht unter der des Tages liegen.</translation>
    </message>
    <message>
        <source>The amount must be between 0 and 1,000,000,000.</source>
        <translation>Der Betrag muss zwischen 0 und 1.000.000.000 liegen.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Somebody else changed the limits meanwhile. Close this, look at theirs, and try again.</source>
        <translation>Jemand anders hat die Grenzen inzwischen geändert. Schließen Sie dies, sehen Sie sich die Änderung an, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>lw::ui::NumberModel</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Call Guard</source>
        <translation>Call Guard</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>guarded</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>not guarded</source>
        <translation>nicht geschützt</translation>
    </message>
</context>
<context>
    <name>lw::ui::NumbersImportDialog</name>
    <message>
        <source>Import numbers</source>
        <translation>Nummern importieren</translation>
    </message>
    <message>
        <source>A CSV file with a column number and perhaps label, owner (a login name), department and guard (inherit, on, off). Numbers that are not there are added; of others what the file says is changed, and their own rules stay.</source>
        <translation>Eine CSV-Datei mit einer Spalte number und vielleicht label, owner (ein Anmeldename), department und guard (inherit, on, off). Fehlende Nummern werden hinzugefügt; bei anderen wird geändert, was die Datei sagt, ihre eigenen Regeln bleiben.</translation>
    </message>
    <message>
        <source>Choose a file to see what it would do. Nothing is changed yet.</source>
        <translation>Wählen Sie eine Datei, um zu sehen, was sie täte. Noch wird nichts geändert.</translation>
    </message>
    <message>
        <source>What each line would do</source>
        <translation>Was jede Zeile täte</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file is larger than %1.</source>
        <translation>Die Datei ist größer als %1.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Judging the file…</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
    <message>
        <source>%1 to add, %2 to change, %3 as they are, %4 refused.</source>
        <translation>%1 hinzuzufügen, %2 zu ändern, %3 wie sie sind, %4 abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing of the file can be imported until these lines are mended.</source>
        <translation>Nichts aus der Datei kann importiert werden, bis diese Zeilen berichtigt sind.</translation>
    </message>
    <message>
        <source>Line %1: add %2</source>
        <translation>Zeile %1: %2 hinzufügen</translation>
    </message>
    <message>
        <source>Line %1: change %2 (%3)</source>
        <translation>Zeile %1: %2 ändern (%3)</translation>
    </message>
    <message>
        <source>Line %1: refused. %2</source>
        <translation>Zeile %1: abgelehnt. %2</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert …</translation>
    </message>
</context>
<context>
    <name>lw::ui::OneTimeSecretDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Done, hide it</source>
        <translation>&amp;Fertig, ausblenden</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard after a minute, or when this closes.</source>
        <translation>Kopiert. Es verlässt die Zwischenablage nach einer Minute oder wenn dies schließt.</translation>
    </message>
</context>
<context>
    <name>lw::ui::OpenDepartureDialog</name>
    <message>
        <source>Open a departure</source>
        <translation>Weggang eröffnen</translation>
    </message>
    <message>
        <source>From the moment of departure there are 24 hours in which access must end. The back end ends it, and proves that nothing works any more.</source>
        <translation>Ab dem Zeitpunkt des Weggangs bleiben 24 Stunden, in denen der Zugang enden muss. Das Back-End beendet ihn und weist nach, dass nichts mehr geht.</translation>
    </message>
    <message>
        <source>for the record: contract ended, moved to Finance…</source>
        <translation>fürs Protokoll: Vertrag beendet, Wechsel in die Buchhaltung…</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Open departure</source>
        <translation>Weggang &amp;eröffnen</translation>
    </message>
    <message>
        <source>name or login; some letters are enough</source>
        <translation>Name oder Anmeldename; einige Buchstaben genügen</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>&amp;Leaves: the account ends</source>
        <translation>Ge&amp;ht: das Konto endet</translation>
    </message>
    <message>
        <source>&amp;Changes duties: the roles change, the account stays</source>
        <translation>&amp;Wechselt die Aufgabe: die Rollen ändern sich, das Konto bleibt</translation>
    </message>
    <message>
        <source>Roles from then on</source>
        <translation>Rollen von da an</translation>
    </message>
    <message>
        <source>Moment of departure</source>
        <translation>Zeitpunkt des Weggangs</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Jetzt</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Am</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Zugang endet</translation>
    </message>
    <message>
        <source>A&amp;t once</source>
        <translation>&amp;Sofort</translation>
    </message>
    <message>
        <source>At the &amp;moment of departure</source>
        <translation>Zum &amp;Zeitpunkt des Weggangs</translation>
    </message>
    <message>
        <source>Lat&amp;er, at</source>
        <translation>Spä&amp;ter, am</translation>
    </message>
    <message>
        <source>Access ends at</source>
        <translation>Zugang endet am</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Choose one person from the list that opens below the line.</source>
        <translation>Wählen Sie eine Person aus der Liste, die unter der Zeile aufgeht.</translation>
    </message>
    <message>
        <source>At the latest %1: 24 hours after the departure.</source>
        <translation>Spätestens %1: 24 Stunden nach dem Weggang.</translation>
    </message>
    <message>
        <source>Choose a person: then the sessions, devices and roles that are affected stand here.</source>
        <translation>Wählen Sie eine Person: Dann stehen hier die betroffenen Sitzungen, Geräte und Rollen.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird eröffnet…</translation>
    </message>
</context>
<context>
    <name>lw::ui::OverviewPage</name>
    <message>
        <source>Passwords overdue</source>
        <translation>Überfällige Passwörter</translation>
    </message>
    <message>
        <source>Failed logins, 24 h</source>
        <translation>Fehlgeschlagene Anmeldungen, 24 h</translation>
    </message>
    <message>
        <source>Logins, 24 h</source>
        <translation>Anmeldungen, 24 h</translation>
    </message>
    <message>
        <source>No second factor</source>
        <translation>Kein zweiter Faktor</translation>
    </message>
    <message>
        <source>Logins and failures, last 30 days</source>
        <translation>Anmeldungen und Fehlversuche, letzte 30 Tage</translation>
    </message>
    <message>
        <source>logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Password age</source>
        <translation>Passwortalter</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Press Sync now above: people and the login log come here, encrypted and verified.</source>
        <translation>Drücken Sie oben auf Abgleichen: Personen und Anmeldeprotokoll kommen hierher, verschlüsselt und verifiziert.</translation>
    </message>
    <message numerus="yes">
        <source>of %n people</source>
        <translation>
            <numerusform>von %n Person</numerusform>
            <numerusform>von %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon</source>
        <translation>
            <numerusform>%n bald fällig</numerusform>
            <numerusform>%n bald fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n addresses</source>
        <translation>
            <numerusform>von %n Adresse</numerusform>
            <numerusform>von %n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 times the usual</source>
        <translation>das %1-Fache des Üblichen</translation>
    </message>
    <message>
        <source>usual: %1 a day</source>
        <translation>üblich: %1 am Tag</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message numerus="yes">
        <source>of %n active accounts</source>
        <translation>
            <numerusform>von %n aktiven Konto</numerusform>
            <numerusform>von %n aktiven Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fresh</source>
        <translation>
            <numerusform>%n frisch</numerusform>
            <numerusform>%n frisch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never set</source>
        <translation>
            <numerusform>%n nie gesetzt</numerusform>
            <numerusform>%n nie gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n ausgenommen</numerusform>
            <numerusform>%n ausgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rotated</source>
        <translation>
            <numerusform>%n ohne Wechsel</numerusform>
            <numerusform>%n ohne Wechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>%1 events match the signed head of %2</source>
        <translation>%1 Ereignisse passen zum signierten Kopf vom %2</translation>
    </message>
    <message>
        <source>Cache holds %1 – %2</source>
        <translation>Cache umfasst %1 – %2</translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>Das Protokoll ist leer</translation>
    </message>
</context>
<context>
    <name>lw::ui::OwnPasswordDialog</name>
    <message>
        <source>At least %1 characters; several unrelated words make a good one.</source>
        <translation>Mindestens %1 Zeichen; mehrere Wörter ohne Zusammenhang ergeben ein gutes.</translation>
    </message>
    <message>
        <source>Its strength must be “%1” or better.</source>
        <translation>Seine Stärke muss „%1“ oder besser sein.</translation>
    </message>
    <message numerus="yes">
        <source>Your last %n passwords cannot come back.</source>
        <translation>
            <numerusform>Ihr letztes Passwort darf nicht wiederkommen.</numerusform>
            <numerusform>Ihre letzten %n Passwörter dürfen nicht wiederkommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It must not be your name, your login name or the company&apos;s name.</source>
        <translation>Es darf nicht Ihr Name, Ihr Anmeldename oder der Name der Firma sein.</translation>
    </message>
    <message numerus="yes">
        <source>It is due for a change %n days later.</source>
        <translation>
            <numerusform>Einen Tag später ist es zum Wechsel fällig.</numerusform>
            <numerusform>%n Tage später ist es zum Wechsel fällig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Mein Passwort ändern</translation>
    </message>
    <message>
        <source>Your password of the telephony back end. Your other sessions end; this one goes on.</source>
        <translation>Ihr Passwort am Telefonie-Back-End. Ihre anderen Sitzungen enden; diese läuft weiter.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>A&amp;ktuelles Passwort</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Neues Passwort n&amp;och einmal</translation>
    </message>
    <message>
        <source>&amp;Change password</source>
        <translation>Passwort &amp;ändern</translation>
    </message>
    <message>
        <source>This is the current password. Choose another one.</source>
        <translation>Das ist das aktuelle Passwort. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Changing the password…</source>
        <translation>Das Passwort wird geändert…</translation>
    </message>
</context>
<context>
    <name>lw::ui::PassphraseSection</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Aktuelle Passphrase</translation>
    </message>
    <message>
        <source>C&amp;urrent passphrase</source>
        <translation>A&amp;ktuelle Passphrase</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase &amp;again</source>
        <translation>Neue Passphrase n&amp;och einmal</translation>
    </message>
    <message>
        <source>&amp;Change the passphrase</source>
        <translation>Passphrase &amp;ändern</translation>
    </message>
    <message>
        <source>This is the current passphrase. Choose another one.</source>
        <translation>Das ist die aktuelle Passphrase. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Changing the passphrase… deriving its key takes a moment on purpose.</source>
        <translation>Die Passphrase wird geändert… die Ableitung ihres Schlüssels dauert mit Absicht einen Moment.</translation>
    </message>
    <message>
        <source>This is not the current passphrase. Type it again; nothing was changed.</source>
        <translation>Das ist nicht die aktuelle Passphrase. Geben Sie sie noch einmal ein; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The former one no longer opens the cache.</source>
        <translation>Die Passphrase ist geändert. Die frühere öffnet den Cache nicht mehr.</translation>
    </message>
</context>
<context>
    <name>lw::ui::PassphraseStep</name>
    <message>
        <source>Encrypted cache</source>
        <translation>Verschlüsselter Cache</translation>
    </message>
    <message>
        <source>The log is kept on this machine, encrypted, so that you can review it without a network. The passphrase opens it; it is not your password and is never sent anywhere.</source>
        <translation>Das Protokoll liegt verschlüsselt auf diesem Rechner, damit Sie es ohne Netz durchsehen können. Die Passphrase öffnet es; sie ist nicht Ihr Passwort und wird nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Passphrase &amp;noch einmal</translation>
    </message>
    <message>
        <source>&amp;Open it by itself when I am signed in to this computer</source>
        <translation>Von selbst ö&amp;ffnen, wenn ich an diesem Rechner angemeldet bin</translation>
    </message>
    <message>
        <source>Keep the key in the operating system&apos;s key store</source>
        <translation>Den Schlüssel im Schlüsselspeicher des Betriebssystems behalten</translation>
    </message>
    <message>
        <source>Keeps a second key in the operating system&apos;s key store.</source>
        <translation>Behält einen zweiten Schlüssel im Schlüsselspeicher des Betriebssystems.</translation>
    </message>
    <message>
        <source>Creating the encrypted cache… deriving its key takes a moment on purpose.</source>
        <translation>Der verschlüsselte Cache wird angelegt… das Ableiten des Schlüssels dauert mit Absicht einen Moment.</translation>
    </message>
    <message>
        <source>&amp;Create the cache</source>
        <translation>&amp;Cache anlegen</translation>
    </message>
</context>
<context>
    <name>lw::ui::PendingBanner</name>
    <message>
        <source>&amp;Confirm</source>
        <translation>Best&amp;ätigen</translation>
    </message>
    <message>
        <source>Revert &amp;now…</source>
        <translation>Jetzt &amp;zurücknehmen…</translation>
    </message>
    <message>
        <source>The time to confirm is up</source>
        <translation>Die Zeit zum Bestätigen ist um</translation>
    </message>
    <message>
        <source>In force, and reverts in %1 unless you confirm</source>
        <translation>In Kraft; nimmt sich in %1 zurück, wenn Sie nicht bestätigen</translation>
    </message>
    <message>
        <source>The back end takes the change back: %1.</source>
        <translation>Das Back-End nimmt die Änderung zurück: %1.</translation>
    </message>
    <message>
        <source>%1, by %2 at %3. Check that everybody who must still gets in.</source>
        <translation>%1, von %2 um %3. Prüfen Sie, dass alle, die müssen, noch hereinkommen.</translation>
    </message>
</context>
<context>
    <name>lw::ui::PeopleActs</name>
    <message>
        <source>Sign in to the back end to change people.</source>
        <translation>Melden Sie sich am Back-End an, um Personen zu ändern.</translation>
    </message>
    <message>
        <source>Your roles do not change people.</source>
        <translation>Ihre Rollen erlauben nicht, Personen zu ändern.</translation>
    </message>
    <message>
        <source>%1 may do what you may not, so you cannot act for this account.</source>
        <translation>%1 darf, was Sie nicht dürfen; deshalb können Sie dieses Konto nicht ändern.</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>One-time password of %1</source>
        <translation>Einmalpasswort von %1</translation>
    </message>
    <message>
        <source>Hand it over in person or by telephone. It works once: at the first sign-in a password of one&apos;s own must be chosen. It is shown this once and stored nowhere.</source>
        <translation>Geben Sie es persönlich oder am Telefon weiter. Es gilt einmal: Bei der ersten Anmeldung muss ein eigenes Passwort gewählt werden. Es wird nur dieses eine Mal gezeigt und nirgends gespeichert.</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Einmalpasswort</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation>%1 ist hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The exemption of %1 is saved.</source>
        <translation>Die Ausnahme von %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Reset the password of %1?</source>
        <translation>Das Passwort von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>The present password stops working at once, all sessions of this person end, and a lock is lifted. You get one one-time password to hand over.</source>
        <translation>Das jetzige Passwort gilt sofort nicht mehr, alle Sitzungen dieser Person enden, und eine Sperre wird aufgehoben. Sie erhalten ein Einmalpasswort zum Weitergeben.</translation>
    </message>
    <message>
        <source>The person chooses a new password at the next sign-in.</source>
        <translation>Die Person wählt bei der nächsten Anmeldung ein neues Passwort.</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Not reset</source>
        <translation>Nicht zurückgesetzt</translation>
    </message>
    <message>
        <source>Reset the second factor of %1?</source>
        <translation>Den zweiten Faktor von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>The authenticator app and all recovery codes of this person stop working. Until a new one is set up, the password alone signs in, unless a role requires a second factor.</source>
        <translation>Die Authenticator-App und alle Wiederherstellungscodes dieser Person gelten nicht mehr. Bis ein neuer eingerichtet ist, genügt das Passwort, sofern keine Rolle einen zweiten Faktor verlangt.</translation>
    </message>
    <message>
        <source>%1 can set up a new one after the next sign-in.</source>
        <translation>%1 kann nach der nächsten Anmeldung einen neuen einrichten.</translation>
    </message>
    <message>
        <source>Reset the second factor</source>
        <translation>Zweiten Faktor zurücksetzen</translation>
    </message>
    <message>
        <source>The second factor of %1 is removed.</source>
        <translation>Der zweite Faktor von %1 ist entfernt.</translation>
    </message>
    <message>
        <source>Nobody to expire</source>
        <translation>Nichts fällig zu stellen</translation>
    </message>
    <message>
        <source>All of these accounts are disabled: nobody signs in with them.</source>
        <translation>Alle diese Konten sind deaktiviert: Niemand meldet sich damit an.</translation>
    </message>
    <message>
        <source>Too many at once</source>
        <translation>Zu viele auf einmal</translation>
    </message>
    <message>
        <source>Choose at most %1 people, so that it happens whole or not at all.</source>
        <translation>Wählen Sie höchstens %1 Personen, damit es ganz oder gar nicht geschieht.</translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are made due.</source>
        <translation>
            <numerusform>%n Passwort ist fällig gestellt.</numerusform>
            <numerusform>%n Passwörter sind fällig gestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are, because they are you, the last owner, or may do what you may not: %1.</source>
        <translation>
            <numerusform>%n bleibt unverändert (Sie selbst, der letzte Inhaber oder jemand mit Berechtigungen, die Ihnen fehlen): %1.</numerusform>
            <numerusform>%n bleiben unverändert (Sie selbst, der letzte Inhaber oder Personen mit Berechtigungen, die Ihnen fehlen): %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing disabled</source>
        <translation>Nichts deaktiviert</translation>
    </message>
    <message>
        <source>All of these accounts are disabled already.</source>
        <translation>Alle diese Konten sind schon deaktiviert.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are disabled at once (%1): sign-in is refused, sessions end and devices are cut off.</source>
        <translation>
            <numerusform>%n Konto wird sofort deaktiviert (%1): Die Anmeldung wird abgewiesen, Sitzungen enden, und Geräte werden getrennt.</numerusform>
            <numerusform>%n Konten werden sofort deaktiviert (%1): Die Anmeldung wird abgewiesen, Sitzungen enden, und Geräte werden getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message numerus="yes">
        <source>Disable %n accounts?</source>
        <translation>
            <numerusform>%n Konto deaktivieren?</numerusform>
            <numerusform>%n Konten deaktivieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be enabled again one by one; name, roles and password stay. Revoked devices do not come back. Use Departures for somebody who leaves: it also proves what was revoked.</source>
        <translation>Sie lassen sich einzeln wieder aktivieren; Name, Rollen und Passwort bleiben. Entzogene Geräte kommen nicht zurück. Für jemanden, der geht, nehmen Sie die Seite Weggänge: Dort wird auch nachgewiesen, was entzogen wurde.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are disabled.</source>
        <translation>
            <numerusform>%n Konto ist deaktiviert.</numerusform>
            <numerusform>%n Konten sind deaktiviert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock %1?</source>
        <translation>%1 entsperren?</translation>
    </message>
    <message>
        <source>Enable %1?</source>
        <translation>%1 aktivieren?</translation>
    </message>
    <message>
        <source>One account can sign in again at once; the counter of failures begins anew.</source>
        <translation>Ein Konto kann sich sofort wieder anmelden; der Zähler der Fehlversuche beginnt von vorn.</translation>
    </message>
    <message>
        <source>One account can sign in again at once, with the roles and the password that it had.</source>
        <translation>Ein Konto kann sich sofort wieder anmelden, mit den Rollen und dem Passwort von zuvor.</translation>
    </message>
    <message>
        <source>It can be disabled again at any time.</source>
        <translation>Es lässt sich jederzeit wieder deaktivieren.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Nicht geändert</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 ist entsperrt.</translation>
    </message>
    <message>
        <source>%1 is enabled.</source>
        <translation>%1 ist aktiviert.</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%n people written to %1</source>
        <translation>
            <numerusform>%n Person nach %1 geschrieben</numerusform>
            <numerusform>%n Personen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules not read</source>
        <translation>Regeln nicht gelesen</translation>
    </message>
    <message>
        <source>The rules are saved.</source>
        <translation>Die Regeln sind gespeichert.</translation>
    </message>
    <message>
        <source>Sign in to the back end to hand out or erase people&apos;s data.</source>
        <translation>Melden Sie sich am Server an, um Personendaten herauszugeben oder zu löschen.</translation>
    </message>
    <message>
        <source>Your roles do not hand out or erase people&apos;s data.</source>
        <translation>Ihre Rollen erlauben nicht, Personendaten herauszugeben oder zu löschen.</translation>
    </message>
    <message>
        <source>Personal data of %1</source>
        <translation>Personendaten von %1</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Not handed out</source>
        <translation>Nicht herausgegeben</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <translation>%1 geschrieben nach %2</translation>
    </message>
    <message>
        <source>%1 is being erased.</source>
        <translation>%1 wird gelöscht.</translation>
    </message>
</context>
<context>
    <name>lw::ui::PeopleFacts</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Password age</source>
        <translation>Passwortalter</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Last login (UTC)</source>
        <translation>Anmeldung (UTC)</translation>
    </message>
    <message>
        <source>never set</source>
        <translation>nie gesetzt</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>lw::ui::PeoplePage</name>
    <message>
        <source>Filter people</source>
        <translation>Personen filtern</translation>
    </message>
    <message>
        <source>name, department, role, password:overdue…</source>
        <translation>Name, Abteilung, Rolle, password:overdue…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Choose a person to see their password, role and logins.</source>
        <translation>Wählen Sie eine Person, um Passwort, Rolle und Anmeldungen zu sehen.</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>No person fits this filter.</source>
        <translation>Keine Person passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Noch keine Personen</translation>
    </message>
    <message>
        <source>Sync once to bring the list of people here.</source>
        <translation>Gleichen Sie einmal ab, um die Liste der Personen hierher zu holen.</translation>
    </message>
    <message>
        <source>People appear here after the first sync.</source>
        <translation>Personen erscheinen hier nach dem ersten Abgleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people</source>
        <translation>
            <numerusform>%1 von %n Person</numerusform>
            <numerusform>%1 von %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon</source>
        <translation>
            <numerusform>%n bald fällig</numerusform>
            <numerusform>%n bald fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n ausgenommen</numerusform>
            <numerusform>%n ausgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never set</source>
        <translation>
            <numerusform>%n nie gesetzt</numerusform>
            <numerusform>%n nie gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked</source>
        <translation>
            <numerusform>%n gesperrt</numerusform>
            <numerusform>%n gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add person</source>
        <translation>Person &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>M&amp;ore…</source>
        <translation>M&amp;ehr…</translation>
    </message>
    <message>
        <source>More: export, rules</source>
        <translation>Mehr: Export, Regeln</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>Export the list of people</source>
        <translation>Liste der Personen exportieren</translation>
    </message>
    <message>
        <source>Password and MFA rules</source>
        <translation>Regeln für Passwörter und MFA</translation>
    </message>
    <message>
        <source>&amp;Export this list…</source>
        <translation>Diese Liste &amp;exportieren…</translation>
    </message>
    <message>
        <source>Export to edit and &amp;import again…</source>
        <translation>Exportieren, um zu bearbeiten und wieder zu &amp;importieren…</translation>
    </message>
    <message>
        <source>Show accounts &amp;idle for 90 days</source>
        <translation>Seit 90 Tagen &amp;ungenutzte Konten zeigen</translation>
    </message>
    <message>
        <source>Password and MFA &amp;rules…</source>
        <translation>&amp;Regeln für Passwörter und MFA…</translation>
    </message>
    <message numerus="yes">
        <source>%n people chosen</source>
        <translation>
            <numerusform>%n Person gewählt</numerusform>
            <numerusform>%n Personen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>No MFA</source>
        <translation>Ohne MFA</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>What you do here is done for all of them, or for none.</source>
        <translation>Was Sie hier tun, geschieht für alle oder für niemanden.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <translation>Client-Zertifikate</translation>
    </message>
</context>
<context>
    <name>lw::ui::PermissionGrid</name>
    <message>
        <source>You do not hold this permission yourself, so you cannot give it.</source>
        <translation>Sie haben diese Berechtigung selbst nicht und können sie deshalb nicht geben.</translation>
    </message>
</context>
<context>
    <name>lw::ui::PermissionGroups</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>Weggänge</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Log and reports</source>
        <translation>Protokoll und Berichte</translation>
    </message>
    <message>
        <source>Own account</source>
        <translation>Eigenes Konto</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything but: %1</source>
        <translation>Alles außer: %1</translation>
    </message>
    <message>
        <source>Call Guard</source>
        <translation>Call Guard</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
</context>
<context>
    <name>lw::ui::PermissionHeader</name>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
</context>
<context>
    <name>lw::ui::PersonActions</name>
    <message>
        <source>For your own account use the menu at the bottom left.</source>
        <translation>Für Ihr eigenes Konto verwenden Sie das Menü unten links.</translation>
    </message>
    <message>
        <source>Reset &amp;password…</source>
        <translation>&amp;Passwort zurücksetzen…</translation>
    </message>
    <message>
        <source>Reset &amp;second factor…</source>
        <translation>&amp;Zweiten Faktor zurücksetzen…</translation>
    </message>
    <message>
        <source>There is no second factor to reset.</source>
        <translation>Es gibt keinen zweiten Faktor, der sich zurücksetzen ließe.</translation>
    </message>
    <message>
        <source>E&amp;xpire password…</source>
        <translation>Passwort &amp;fällig stellen…</translation>
    </message>
    <message>
        <source>Change the e&amp;xemption…</source>
        <translation>&amp;Ausnahme ändern…</translation>
    </message>
    <message>
        <source>Ex&amp;empt from rotation…</source>
        <translation>Vom Wechsel &amp;ausnehmen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Ä&amp;ndern…</translation>
    </message>
    <message>
        <source>Disa&amp;ble…</source>
        <translation>&amp;Deaktivieren…</translation>
    </message>
    <message>
        <source>You cannot disable the account that you sit on.</source>
        <translation>Das Konto, mit dem Sie arbeiten, können Sie nicht deaktivieren.</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>Ent&amp;sperren…</translation>
    </message>
    <message>
        <source>Ena&amp;ble…</source>
        <translation>Ak&amp;tivieren…</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Mehr…</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>E&amp;xpire…</source>
        <translation>&amp;Fällig stellen…</translation>
    </message>
    <message>
        <source>Expire the chosen passwords</source>
        <translation>Gewählte Passwörter fällig stellen</translation>
    </message>
    <message>
        <source>Disable the chosen accounts</source>
        <translation>Gewählte Konten deaktivieren</translation>
    </message>
    <message>
        <source>Ex&amp;port…</source>
        <translation>Ex&amp;portieren…</translation>
    </message>
    <message>
        <source>Export the chosen people</source>
        <translation>Gewählte Personen exportieren</translation>
    </message>
    <message>
        <source>&amp;Hand out personal data…</source>
        <translation>Personendaten &amp;herausgeben …</translation>
    </message>
    <message>
        <source>E&amp;rase…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Only who can no longer sign in can be erased: disable the account, or open a departure, first.</source>
        <translation>Löschen lässt sich nur, wer sich nicht mehr anmelden kann: Deaktivieren Sie zuerst das Konto oder legen Sie einen Austritt an.</translation>
    </message>
</context>
<context>
    <name>lw::ui::PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>One account is one person: never shared, and its login name is never used again. A one-time password is made for the first sign-in.</source>
        <translation>Ein Konto ist eine Person: nie geteilt, und sein Anmeldename wird nie wieder vergeben. Für die erste Anmeldung wird ein Einmalpasswort erzeugt.</translation>
    </message>
    <message>
        <source>such as ann.lee</source>
        <translation>etwa ann.lee</translation>
    </message>
    <message>
        <source>such as Ann Lee</source>
        <translation>etwa Ann Lee</translation>
    </message>
    <message>
        <source>for notices; may be empty</source>
        <translation>für Benachrichtigungen; darf leer sein</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>Anme&amp;ldename</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Abteilung</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>A login name stays for ever.</source>
        <translation>Ein Anmeldename bleibt für immer.</translation>
    </message>
    <message>
        <source>&amp;Add the person</source>
        <translation>Person &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Gains: %1.</source>
        <translation>Erhält: %1.</translation>
    </message>
    <message>
        <source>Loses: %1.</source>
        <translation>Verliert: %1.</translation>
    </message>
    <message>
        <source>Adding the person…</source>
        <translation>Die Person wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>lw::ui::ProfileChooser</name>
    <message>
        <source>Choose a back end</source>
        <translation>Back-End wählen</translation>
    </message>
    <message>
        <source>Back ends</source>
        <translation>Back-Ends</translation>
    </message>
    <message>
        <source>&amp;Add a back end…</source>
        <translation>Back-End &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>lw::ui::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel the running work</source>
        <translation>Die laufende Arbeit abbrechen</translation>
    </message>
</context>
<context>
    <name>lw::ui::PurgeDialog</name>
    <message>
        <source>Purge now</source>
        <translation>Jetzt bereinigen</translation>
    </message>
    <message>
        <source>By the rules in force, without waiting for the schedule. It cannot be undone; what a legal hold keeps stays.</source>
        <translation>Nach den geltenden Regeln, ohne auf den Zeitplan zu warten. Das lässt sich nicht rückgängig machen; was eine Sperre schützt, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Purge</source>
        <translation>&amp;Bereinigen</translation>
    </message>
    <message>
        <source>Counting what is older…</source>
        <translation>Älteres wird gezählt …</translation>
    </message>
    <message>
        <source>It would remove:</source>
        <translation>Entfernt würde:</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Anfrage läuft …</translation>
    </message>
</context>
<context>
    <name>lw::ui::QrCode</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>lw::ui::RailItem</name>
    <message numerus="yes">
        <source>%n item(s) need action</source>
        <translation>
            <numerusform>%n Punkt braucht eine Handlung</numerusform>
            <numerusform>%n Punkte brauchen eine Handlung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RaiseDialog</name>
    <message>
        <source>Raise the company&apos;s limit</source>
        <translation>Grenze der Firma anheben</translation>
    </message>
    <message>
        <source>Raise the limit of %1</source>
        <translation>Grenze von %1 anheben</translation>
    </message>
    <message>
        <source>The other limit holds at once and ends by itself.</source>
        <translation>Die andere Grenze gilt sofort und endet von selbst.</translation>
    </message>
    <message>
        <source>the limit of a day</source>
        <translation>die Grenze des Tages</translation>
    </message>
    <message>
        <source>the limit of a week</source>
        <translation>die Grenze der Woche</translation>
    </message>
    <message>
        <source>such as 500.00</source>
        <translation>etwa 500.00</translation>
    </message>
    <message>
        <source>&amp;Limit meanwhile (%1)</source>
        <translation>&amp;Grenze in dieser Zeit (%1)</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>such as Trade fair in Riga</source>
        <translation>etwa Messe in Riga</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>G&amp;rund</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>&amp;Welche</translation>
    </message>
    <message>
        <source>Raise &amp;it</source>
        <translation>&amp;Anheben</translation>
    </message>
    <message>
        <source>Type an amount like 500.00.</source>
        <translation>Geben Sie einen Betrag wie 500.00 ein.</translation>
    </message>
    <message>
        <source>The amount must be between 0 and 1,000,000,000.</source>
        <translation>Der Betrag muss zwischen 0 und 1.000.000.000 liegen.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Sagen Sie in wenigen Worten, warum.</translation>
    </message>
    <message>
        <source>The end must lie in the future, within a year.</source>
        <translation>Das Ende muss in der Zukunft liegen, innerhalb eines Jahres.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>lw::ui::RateDeckDialog</name>
    <message>
        <source>Rate deck</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>A CSV file with the columns prefix, name, price_per_minute, connection_fee, first_increment, next_increment, currency and valid_from, in any order. The longest prefix prices a call; calls that were made keep their price.</source>
        <translation>Eine CSV-Datei mit den Spalten prefix, name, price_per_minute, connection_fee, first_increment, next_increment, currency und valid_from in beliebiger Reihenfolge. Die längste Vorwahl bestimmt den Preis; geführte Anrufe behalten ihren Preis.</translation>
    </message>
    <message numerus="yes">
        <source>%n rate(s) in %1 are loaded.</source>
        <translation>
            <numerusform>%n Preis in %1 ist geladen.</numerusform>
            <numerusform>%n Preise in %1 sind geladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No rate deck is loaded: calls cost nothing here, and no limit can hold.</source>
        <translation>Keine Preisliste ist geladen: Anrufe kosten hier nichts, und keine Grenze kann halten.</translation>
    </message>
    <message>
        <source>What is wrong with the file</source>
        <translation>Was an der Datei falsch ist</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>&amp;Load it</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Choose a rate deck</source>
        <translation>Preisliste wählen</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file is larger than %1.</source>
        <translation>Die Datei ist größer als %1.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Judging the file…</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>%n rate(s) in %1, all good. Loading them replaces the present deck.</source>
        <translation>
            <numerusform>%n Preis in %1, in Ordnung. Das Laden ersetzt die jetzige Liste.</numerusform>
            <numerusform>%n Preise in %1, alle in Ordnung. Das Laden ersetzt die jetzige Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are refused; nothing of the file can be loaded until they are mended.</source>
        <translation>
            <numerusform>%n Zeile wird abgelehnt; nichts aus der Datei kann geladen werden, bis sie berichtigt ist.</numerusform>
            <numerusform>%n Zeilen werden abgelehnt; nichts aus der Datei kann geladen werden, bis sie berichtigt sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>lw::ui::RecoveryCodesStep</name>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>If the phone is lost, one of these codes stands in for the six digits at a sign-in. Each works once. They are shown this once and kept nowhere in this program.</source>
        <translation>Geht das Telefon verloren, ersetzt einer dieser Codes bei der Anmeldung die sechs Ziffern. Jeder gilt einmal. Sie werden nur dieses eine Mal gezeigt und in diesem Programm nirgends aufgehoben.</translation>
    </message>
    <message>
        <source>I &amp;stored the codes in a safe place</source>
        <translation>Ich habe die Codes &amp;sicher aufbewahrt</translation>
    </message>
    <message>
        <source>Save a sheet to &amp;print…</source>
        <translation>Blatt zum &amp;Drucken speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation>Als &amp;Text speichern…</translation>
    </message>
    <message>
        <source>I stored the codes in a safe place</source>
        <translation>Ich habe die Codes sicher aufbewahrt</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Linewarden recovery codes</source>
        <translation>Linewarden-Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Each code stands in once for the six digits of the authenticator app. Keep them on paper in a safe place, away from the computer and the phone. New codes make these worthless.</source>
        <translation>Jeder Code ersetzt einmal die sechs Ziffern der Authenticator-App. Bewahren Sie die Codes auf Papier an einem sicheren Ort auf, fern von Rechner und Telefon. Neue Codes machen diese wertlos.</translation>
    </message>
    <message>
        <source>Saved to %1. Print it or move it away from this computer, then delete the file.</source>
        <translation>Gespeichert in %1. Drucken Sie die Datei oder bringen Sie sie von diesem Rechner fort, dann löschen Sie sie.</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>lw::ui::RecoverySection</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>&amp;Make a new recovery key…</source>
        <translation>Neuen &amp;Wiederherstellungsschlüssel erzeugen…</translation>
    </message>
    <message>
        <source>&amp;Hide the key for good</source>
        <translation>Schlüssel endgültig aus&amp;blenden</translation>
    </message>
    <message>
        <source>The recovery key opens the cache when the passphrase is lost. Make a new one when the printed one was lost or seen by others; the former then no longer opens the cache.</source>
        <translation>Der Wiederherstellungsschlüssel öffnet den Cache, wenn die Passphrase verloren ist. Erzeugen Sie einen neuen, wenn der gedruckte verloren ging oder von anderen gesehen wurde; der frühere öffnet den Cache dann nicht mehr.</translation>
    </message>
    <message>
        <source>Make a new recovery key?</source>
        <translation>Einen neuen Wiederherstellungsschlüssel erzeugen?</translation>
    </message>
    <message>
        <source>The former recovery key no longer opens the cache once the new one is made.</source>
        <translation>Der frühere Wiederherstellungsschlüssel öffnet den Cache nicht mehr, sobald der neue erzeugt ist.</translation>
    </message>
    <message>
        <source>This cannot be undone. Have a printer or a safe place at hand: the new key is shown once.</source>
        <translation>Das kann nicht rückgängig gemacht werden. Halten Sie einen Drucker oder einen sicheren Ort bereit: Der neue Schlüssel wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>The new recovery key is made. The former one no longer opens the cache.</source>
        <translation>Der neue Wiederherstellungsschlüssel ist erzeugt. Der frühere öffnet den Cache nicht mehr.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RecoverySheet</name>
    <message>
        <source>Linewarden recovery key</source>
        <translation>Linewarden-Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>This key opens the encrypted cache when the passphrase is lost. Whoever holds it can read the log. Keep it on paper in a safe place, away from the computer.</source>
        <translation>Dieser Schlüssel öffnet den verschlüsselten Cache, wenn die Passphrase verloren ist. Wer ihn hat, kann das Protokoll lesen. Bewahren Sie ihn auf Papier an einem sicheren Ort auf, fern vom Rechner.</translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation>Die PDF-Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden (%2). Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RecoveryStep</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>If the passphrase is lost, only this key opens the cache. It is shown this once and kept nowhere.</source>
        <translation>Geht die Passphrase verloren, öffnet nur dieser Schlüssel den Cache. Er wird nur dieses eine Mal gezeigt und nirgends aufgehoben.</translation>
    </message>
    <message>
        <source>I &amp;stored the recovery key in a safe place</source>
        <translation>Ich habe den Wiederherstellungsschlüssel &amp;sicher aufbewahrt</translation>
    </message>
    <message>
        <source>Save a sheet to &amp;print…</source>
        <translation>Blatt zum &amp;Drucken speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation>Als &amp;Text speichern…</translation>
    </message>
    <message>
        <source>I stored the recovery key in a safe place</source>
        <translation>Ich habe den Wiederherstellungsschlüssel sicher aufbewahrt</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved to %1. Print it or move it away from this computer, then delete the file.</source>
        <translation>Gespeichert in %1. Drucken Sie die Datei oder bringen Sie sie von diesem Rechner fort, dann löschen Sie sie.</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>lw::ui::ReportScope</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Login activity</source>
        <translation>&amp;Anmeldungen</translation>
    </message>
    <message>
        <source>Password &amp;rotation</source>
        <translation>Passwort&amp;wechsel</translation>
    </message>
    <message>
        <source>Every login, failure, lock and logout of the period, with address and agent.</source>
        <translation>Jede Anmeldung, jeder Fehlversuch, jede Sperre und Abmeldung des Zeitraums, mit Adresse und Programm.</translation>
    </message>
    <message>
        <source>Everybody&apos;s password age and due date against the policy, with exemptions and their reasons.</source>
        <translation>Passwortalter und Fälligkeit aller gegen die Richtlinie, mit Ausnahmen und ihren Gründen.</translation>
    </message>
    <message>
        <source>Period and filter</source>
        <translation>Zeitraum und Filter</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Everything in the cache</source>
        <translation>Alles im Cache</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>Gewählte Tage</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>whole days, UTC</source>
        <translation>ganze Tage, UTC</translation>
    </message>
    <message>
        <source>Filter of the report</source>
        <translation>Filter des Berichts</translation>
    </message>
    <message>
        <source>everything; narrow it with outcome:failure, person:ann.lee, ip:203.0.113.0/24…</source>
        <translation>alles; eingrenzen mit outcome:failure, person:ann.lee, ip:203.0.113.0/24…</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>&amp;PDF for people</source>
        <translation>&amp;PDF für Menschen</translation>
    </message>
    <message>
        <source>&amp;CSV for programs</source>
        <translation>&amp;CSV für Programme</translation>
    </message>
    <message>
        <source>PDF/A with chart, scope and page numbers; the text can be searched.</source>
        <translation>PDF/A mit Diagramm, Umfang und Seitenzahlen; der Text ist durchsuchbar.</translation>
    </message>
    <message>
        <source>Every row as RFC 4180, UTF-8, times in UTC.</source>
        <translation>Jede Zeile nach RFC 4180, UTF-8, Zeiten in UTC.</translation>
    </message>
    <message>
        <source>The first day is after the last day. Choose an earlier first day.</source>
        <translation>Der erste Tag liegt nach dem letzten. Wählen Sie einen früheren ersten Tag.</translation>
    </message>
    <message>
        <source>&amp;Access review</source>
        <translation>Prüfung der &amp;Zugangsrechte</translation>
    </message>
    <message>
        <source>Who has which role and what it allows, second factor, last login, and what to look at first.</source>
        <translation>Wer welche Rolle hat und was sie erlaubt, zweiter Faktor, letzte Anmeldung und was zuerst anzusehen ist.</translation>
    </message>
    <message>
        <source>Re&amp;vocation</source>
        <translation>En&amp;tzug des Zugangs</translation>
    </message>
    <message>
        <source>Every departure of the period: how long access lived on, and the proof that it ended.</source>
        <translation>Jeder Weggang des Zeitraums: wie lange der Zugang noch bestand und der Nachweis, dass er endete.</translation>
    </message>
    <message>
        <source>Call &amp;Guard and spend</source>
        <translation>Call &amp;Guard und Ausgaben</translation>
    </message>
    <message>
        <source>Which calls are barred for whom, limits and raises, what is used of them, and what calls cost.</source>
        <translation>Welche Anrufe für wen gesperrt sind, Limits und Erhöhungen, was davon verbraucht ist und was Anrufe kosten.</translation>
    </message>
    <message>
        <source>Re&amp;tention</source>
        <translation>Auf&amp;bewahrung</translation>
    </message>
    <message>
        <source>How long data is kept and what standards say of it, legal holds, and what was purged.</source>
        <translation>Wie lange Daten aufbewahrt werden und was Normen dazu sagen, Löschsperren und was gelöscht wurde.</translation>
    </message>
</context>
<context>
    <name>lw::ui::ReportsPage</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>What will be in it</source>
        <translation>Was darin stehen wird</translation>
    </message>
    <message>
        <source>Login activity</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Password rotation</source>
        <translation>Passwortwechsel</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation>Exportiert von</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>signed head of %1 events, verified %2</source>
        <translation>signierter Kopf über %1 Ereignisse, verifiziert %2</translation>
    </message>
    <message>
        <source>nothing yet: sync first</source>
        <translation>noch nichts: erst abgleichen</translation>
    </message>
    <message>
        <source>The export is recorded</source>
        <translation>Der Export wird festgehalten</translation>
    </message>
    <message>
        <source>Taking a log away is itself an event of the audit log (PCI DSS 10.2.1.3).</source>
        <translation>Ein Protokoll mitzunehmen ist selbst ein Ereignis des Prüfprotokolls (PCI DSS 10.2.1.3).</translation>
    </message>
    <message>
        <source>Taking a log away is itself an event of the audit log (PCI DSS 10.2.1.3). You are offline: it is queued and recorded at the next sync.</source>
        <translation>Ein Protokoll mitzunehmen ist selbst ein Ereignis des Prüfprotokolls (PCI DSS 10.2.1.3). Sie sind offline: Es wird vorgemerkt und beim nächsten Abgleich festgehalten.</translation>
    </message>
    <message>
        <source>Controls it serves</source>
        <translation>Maßnahmen, denen er dient</translation>
    </message>
    <message>
        <source>Exported in this session</source>
        <translation>In dieser Sitzung exportiert</translation>
    </message>
    <message>
        <source>%1 rows · %2 · %3</source>
        <translation>%1 Zeilen · %2 · %3</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation>Der Bericht wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Cancelled; no file was written</source>
        <translation>Abgebrochen; es wurde keine Datei geschrieben</translation>
    </message>
    <message>
        <source>ISO 27001 %1 · SOC 2 %2 · PCI DSS %3 · NIST %4. Cited; no certification is claimed.</source>
        <translation>ISO 27001 %1 · SOC 2 %2 · PCI DSS %3 · NIST %4. Genannt; eine Zertifizierung wird nicht behauptet.</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>Prüfung der Zugangsrechte</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Entzug des Zugangs</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Call Guard and spend</source>
        <translation>Call Guard und Ausgaben</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>ISO 27001 %1 · SOC 2 %2 · NIST %3. Cited; no certification is claimed.</source>
        <translation>ISO 27001 %1 · SOC 2 %2 · NIST %3. Genannt; eine Zertifizierung wird nicht behauptet.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>rules, numbers, limits, raises, use and cost</source>
        <translation>Regeln, Rufnummern, Limits, Erhöhungen, Verbrauch und Kosten</translation>
    </message>
    <message>
        <source>rules, legal holds and purges</source>
        <translation>Regeln, Löschsperren und Löschläufe</translation>
    </message>
</context>
<context>
    <name>lw::ui::ResetDialog</name>
    <message>
        <source>Reset what the company spent</source>
        <translation>Ausgaben der Firma zurücksetzen</translation>
    </message>
    <message>
        <source>Reset what %1 spent</source>
        <translation>Ausgaben von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Calls that were refused because of the limit pass again. The calls themselves, and what they cost, stay on record.</source>
        <translation>Anrufe, die wegen der Grenze abgelehnt wurden, gehen wieder durch. Die Anrufe selbst und ihre Kosten bleiben verzeichnet.</translation>
    </message>
    <message>
        <source>today: %1</source>
        <translation>heute: %1</translation>
    </message>
    <message>
        <source>this week: %1</source>
        <translation>diese Woche: %1</translation>
    </message>
    <message>
        <source>such as Our own conference calls</source>
        <translation>etwa Unsere eigenen Konferenzen</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>&amp;Welche</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>G&amp;rund</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>lw::ui::RetentionPage</name>
    <message>
        <source>P&amp;urge now…</source>
        <translation>Jetzt &amp;bereinigen …</translation>
    </message>
    <message>
        <source>Place a &amp;hold…</source>
        <translation>&amp;Sperre setzen …</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern …</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>Löschsperren</translation>
    </message>
    <message>
        <source>Purges and erasures</source>
        <translation>Bereinigungen und Löschungen</translation>
    </message>
    <message>
        <source>Purges (UTC)</source>
        <translation>Bereinigungen (UTC)</translation>
    </message>
    <message>
        <source>Change how long data is kept</source>
        <translation>Ändern, wie lange Daten bleiben</translation>
    </message>
    <message>
        <source>Place a legal hold</source>
        <translation>Löschsperre setzen</translation>
    </message>
    <message>
        <source>Purge now</source>
        <translation>Jetzt bereinigen</translation>
    </message>
    <message>
        <source>Your roles do not show how long data is kept.</source>
        <translation>Ihre Rollen zeigen nicht, wie lange Daten bleiben.</translation>
    </message>
    <message>
        <source>Not known here yet</source>
        <translation>Hier noch nicht bekannt</translation>
    </message>
    <message>
        <source>Connect and sync first.</source>
        <translation>Zuerst verbinden und abgleichen.</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Nichts ist gesperrt</translation>
    </message>
    <message>
        <source>Place a hold when a dispute or an authority needs data to stay.</source>
        <translation>Setzen Sie eine Sperre, wenn ein Streitfall oder eine Behörde verlangt, dass Daten bleiben.</translation>
    </message>
    <message>
        <source>Nothing was purged yet</source>
        <translation>Noch nichts wurde bereinigt</translation>
    </message>
    <message>
        <source>Everything is kept permanently until you say otherwise.</source>
        <translation>Alles bleibt dauerhaft, bis Sie es anders bestimmen.</translation>
    </message>
    <message>
        <source>Each purge stands here with what it removed.</source>
        <translation>Hier steht jede Bereinigung mit dem, was sie entfernt hat.</translation>
    </message>
    <message>
        <source>How long data is kept</source>
        <translation>Wie lange Daten bleiben</translation>
    </message>
    <message>
        <source>Everything is kept permanently</source>
        <translation>Alles bleibt dauerhaft</translation>
    </message>
    <message>
        <source>Nothing is purged by schedule.</source>
        <translation>Nichts wird nach Zeitplan bereinigt.</translation>
    </message>
    <message>
        <source>The next purge is due</source>
        <translation>Die nächste Bereinigung ist fällig</translation>
    </message>
    <message>
        <source>Next purge: %1</source>
        <translation>Nächste Bereinigung: %1</translation>
    </message>
    <message>
        <source>The last one, %1, removed %2.</source>
        <translation>Die letzte, %1, hat %2 entfernt.</translation>
    </message>
    <message>
        <source>One is running since %1.</source>
        <translation>Seit %1 läuft eine.</translation>
    </message>
    <message>
        <source>None has run yet.</source>
        <translation>Noch keine ist gelaufen.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>Your roles do not change how long data is kept.</source>
        <translation>Ihre Rollen ändern nicht, wie lange Daten bleiben.</translation>
    </message>
    <message>
        <source>You are offline. Sign in to change something.</source>
        <translation>Sie sind offline. Melden Sie sich an, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>Everything is kept permanently: there is nothing to purge.</source>
        <translation>Alles bleibt dauerhaft: Es gibt nichts zu bereinigen.</translation>
    </message>
    <message>
        <source>Choose a hold or a purge to see all of it.</source>
        <translation>Wählen Sie eine Sperre oder eine Bereinigung, um alles darüber zu sehen.</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Löschsperre</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>released</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Umfasst</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>&amp;Release…</source>
        <translation>Auf&amp;heben …</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Löschung</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Älter als</translation>
    </message>
    <message>
        <source>The rules are saved.</source>
        <translation>Die Regeln sind gespeichert.</translation>
    </message>
    <message>
        <source>The hold is placed.</source>
        <translation>Die Sperre ist gesetzt.</translation>
    </message>
    <message>
        <source>The purge has begun.</source>
        <translation>Die Bereinigung hat begonnen.</translation>
    </message>
    <message>
        <source>Release the hold?</source>
        <translation>Sperre aufheben?</translation>
    </message>
    <message>
        <source>What it keeps may be purged from the next run on, where the rules say so.</source>
        <translation>Was sie schützt, darf ab dem nächsten Lauf bereinigt werden, wo die Regeln es bestimmen.</translation>
    </message>
    <message>
        <source>Another hold can be placed until then.</source>
        <translation>Bis dahin lässt sich eine andere Sperre setzen.</translation>
    </message>
    <message>
        <source>Release it</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>The hold is released.</source>
        <translation>Die Sperre ist aufgehoben.</translation>
    </message>
    <message>
        <source>Not released</source>
        <translation>Nicht aufgehoben</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
</context>
<context>
    <name>lw::ui::RetentionRulesDialog</name>
    <message>
        <source>How long data is kept</source>
        <translation>Wie lange Daten bleiben</translation>
    </message>
    <message>
        <source>Older entries lose their content and keep their hash: the log still verifies. Nothing goes that a legal hold keeps. The next scheduled purge comes an hour after a change at the earliest.</source>
        <translation>Ältere Einträge verlieren ihren Inhalt und behalten ihren Hash: Das Protokoll bleibt prüfbar. Nichts verschwindet, was eine Sperre schützt. Die nächste planmäßige Bereinigung kommt frühestens eine Stunde nach einer Änderung.</translation>
    </message>
    <message>
        <source>&amp;Login log</source>
        <translation>An&amp;meldeprotokoll</translation>
    </message>
    <message>
        <source>&amp;Audit log</source>
        <translation>&amp;Prüfprotokoll</translation>
    </message>
    <message>
        <source>&amp;Call records</source>
        <translation>&amp;Verbindungsdaten</translation>
    </message>
    <message>
        <source>&amp;Exports</source>
        <translation>&amp;Exporte</translation>
    </message>
    <message>
        <source>permanently</source>
        <translation>dauerhaft</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Preview shows what the next purge would remove.</source>
        <translation>Die Vorschau zeigt, was die nächste Bereinigung entfernen würde.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Counting what is older…</source>
        <translation>Älteres wird gezählt …</translation>
    </message>
    <message>
        <source>The next purge would remove:</source>
        <translation>Die nächste Bereinigung würde entfernen:</translation>
    </message>
    <message>
        <source>Keep data for less long?</source>
        <translation>Daten weniger lang behalten?</translation>
    </message>
    <message>
        <source>Until then the rules can be changed back. What was purged cannot be had again.</source>
        <translation>Bis dahin lassen sich die Regeln zurückändern. Was bereinigt wurde, ist nicht wiederzubekommen.</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Somebody else changed the rules meanwhile. Close this, look at theirs, and try again.</source>
        <translation>Inzwischen hat jemand anderes die Regeln geändert. Schließen Sie dies, sehen Sie sich jene an und versuchen Sie es noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>The next purge removes %n record(s) for good.</source>
        <translation>
            <numerusform>Die nächste Bereinigung entfernt %n Datensatz endgültig.</numerusform>
            <numerusform>Die nächste Bereinigung entfernt %n Datensätze endgültig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RetentionWords</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entr(y/ies)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Login log</source>
        <translation>Anmeldeprotokoll</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Call records</source>
        <translation>Verbindungsdaten</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>who signed in, when and from where</source>
        <translation>wer sich wann und von wo angemeldet hat</translation>
    </message>
    <message>
        <source>what administrators and the back end changed</source>
        <translation>was Verwalter und Server geändert haben</translation>
    </message>
    <message>
        <source>finished calls; sums of spend stay</source>
        <translation>beendete Anrufe; die Summen der Ausgaben bleiben</translation>
    </message>
    <message>
        <source>who took reports and logs away</source>
        <translation>wer Berichte und Protokolle mitgenommen hat</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>permanently</source>
        <translation>dauerhaft</translation>
    </message>
    <message>
        <source>under PCI DSS</source>
        <translation>unter PCI DSS</translation>
    </message>
    <message>
        <source>PCI DSS</source>
        <translation>PCI DSS</translation>
    </message>
    <message>
        <source>GDPR</source>
        <translation>DSGVO</translation>
    </message>
    <message>
        <source>PCI DSS %1 asks for twelve months of audit log: this is long enough.</source>
        <translation>PCI DSS %1 verlangt zwölf Monate Prüfprotokoll: Das ist lang genug.</translation>
    </message>
    <message>
        <source>PCI DSS %1 asks for twelve months of audit log: this is too short.</source>
        <translation>PCI DSS %1 verlangt zwölf Monate Prüfprotokoll: Das ist zu kurz.</translation>
    </message>
    <message>
        <source>GDPR %1 lets personal data be kept only as long as it is needed: have the reason for so long a time in writing.</source>
        <translation>DSGVO %1 lässt Personendaten nur so lange zu, wie sie gebraucht werden: Halten Sie den Grund für eine so lange Zeit schriftlich fest.</translation>
    </message>
    <message>
        <source>GDPR %1 asks for an end: there is one.</source>
        <translation>DSGVO %1 verlangt ein Ende: Es gibt eines.</translation>
    </message>
    <message>
        <source>Everything of a period</source>
        <translation>Alles aus einem Zeitraum</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>at all times</source>
        <translation>zu jeder Zeit</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>Nach Zeitplan</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Verlangt von %1</translation>
    </message>
    <message>
        <source>Erasure of %1</source>
        <translation>Löschung von %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 vom %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>holds keep %n</source>
        <translation>
            <numerusform>Sperren schützen %n</numerusform>
            <numerusform>Sperren schützen %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds kept %n</source>
        <translation>
            <numerusform>Sperren schützten %n</numerusform>
            <numerusform>Sperren schützten %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is kept permanently: nothing would go.</source>
        <translation>Alles bleibt dauerhaft: Nichts würde verschwinden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>GDPR: needs a reason</source>
        <translation>DSGVO: braucht einen Grund</translation>
    </message>
</context>
<context>
    <name>lw::ui::ReviewCard</name>
    <message>
        <source>Before you save</source>
        <translation>Bevor Sie speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes until the change reverts by itself</source>
        <translation>Minuten, bis die Änderung sich selbst zurücknimmt</translation>
    </message>
    <message>
        <source>Reverts by itself unless confirmed &amp;within</source>
        <translation>Ohne Bestätigung zurückgenommen &amp;nach</translation>
    </message>
    <message>
        <source>Remo&amp;ve, revert in %1</source>
        <translation>En&amp;tfernen, zurück in %1</translation>
    </message>
    <message>
        <source>&amp;Keep entry</source>
        <translation>Eintrag &amp;behalten</translation>
    </message>
    <message>
        <source>Turn &amp;on, revert in %1</source>
        <translation>Eins&amp;chalten, zurück in %1</translation>
    </message>
    <message>
        <source>Turn o&amp;ff, revert in %1</source>
        <translation>Auss&amp;chalten, zurück in %1</translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>So &amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Save, revert in %1</source>
        <translation>&amp;Speichern, zurück in %1</translation>
    </message>
    <message>
        <source>&amp;Discard all</source>
        <translation>Alles ver&amp;werfen</translation>
    </message>
    <message numerus="yes">
        <source>Replaying the last %n day(s) of your cached login log…</source>
        <translation>
            <numerusform>Der letzte Tag Ihres zwischengespeicherten Anmeldeprotokolls wird nachgespielt…</numerusform>
            <numerusform>Die letzten %n Tage Ihres zwischengespeicherten Anmeldeprotokolls werden nachgespielt…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replayed against the %1 logins of the last %n day(s) in your cache:</source>
        <translation>
            <numerusform>Nachgespielt an den %1 Anmeldungen des letzten Tages in Ihrem Cache:</numerusform>
            <numerusform>Nachgespielt an den %1 Anmeldungen der letzten %n Tage in Ihrem Cache:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is not enforced: nobody is refused. Were it on, of %1 logins of the last %n day(s) in your cache:</source>
        <translation>
            <numerusform>Die Liste gilt nicht: Niemand wird abgewiesen. Wäre sie eingeschaltet, von %1 Anmeldungen des letzten Tages in Ihrem Cache:</numerusform>
            <numerusform>Die Liste gilt nicht: Niemand wird abgewiesen. Wäre sie eingeschaltet, von %1 Anmeldungen der letzten %n Tage in Ihrem Cache:</numerusform>
        </translation>
    </message>
    <message>
        <source>No login to try it with</source>
        <translation>Keine Anmeldung zum Nachspielen</translation>
    </message>
    <message>
        <source>From where you are connected is not known.</source>
        <translation>Von wo Sie verbunden sind, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>You are connected from %1, which stays listed.</source>
        <translation>Sie sind von %1 verbunden; das bleibt gelistet.</translation>
    </message>
    <message>
        <source>You are connected from %1, which is &lt;b&gt;not listed&lt;/b&gt;: you would lock yourself out.</source>
        <translation>Sie sind von %1 verbunden; das ist &lt;b&gt;nicht gelistet&lt;/b&gt;: Sie würden sich aussperren.</translation>
    </message>
    <message>
        <source>You are connected from %1, which is not listed.</source>
        <translation>Sie sind von %1 verbunden; das ist nicht gelistet.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleChangeBar</name>
    <message>
        <source>Unsaved change</source>
        <translation>Ungespeicherte Änderung</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Save the role</source>
        <translation>Rolle &amp;speichern</translation>
    </message>
    <message>
        <source>Unsaved change of “%1”</source>
        <translation>Ungespeicherte Änderung von „%1“</translation>
    </message>
    <message>
        <source>Nobody gains or loses anything now: nobody has this role, or other roles give the same.</source>
        <translation>Niemand erhält oder verliert jetzt etwas: Niemand hat diese Rolle, oder andere Rollen geben dasselbe.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleChoice</name>
    <message>
        <source>It allows what you do not hold yourself, so you can neither give nor take it.</source>
        <translation>Sie erlaubt, was Sie selbst nicht haben; deshalb können Sie sie weder geben noch nehmen.</translation>
    </message>
    <message>
        <source>This is the last owner who can sign in. Make somebody else an owner first.</source>
        <translation>Dies ist der letzte Inhaber, der sich anmelden kann. Machen Sie zuerst jemand anderen zum Inhaber.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleDetail</name>
    <message>
        <source>shipped with every customer</source>
        <translation>bei jedem Kunden dabei</translation>
    </message>
    <message>
        <source>your own role</source>
        <translation>Ihre eigene Rolle</translation>
    </message>
    <message>
        <source>%1 of %2 permissions</source>
        <translation>%1 von %2 Berechtigungen</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>required</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Vergeben an</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>Was sie erlaubt</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer sie hat</translation>
    </message>
    <message>
        <source>Nobody yet. Give it to somebody on the page People.</source>
        <translation>Noch niemand. Geben Sie sie jemandem auf der Seite Personen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleDialog</name>
    <message>
        <source>Make a role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>A role of your own bundles permissions for people who do the same work. Nobody has it until you give it to somebody on the page People.</source>
        <translation>Eine eigene Rolle bündelt Berechtigungen für Personen mit derselben Arbeit. Niemand hat sie, bis Sie sie jemandem auf der Seite Personen geben.</translation>
    </message>
    <message>
        <source>such as night_shift</source>
        <translation>etwa night_shift</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>&amp;Beginnen mit</translation>
    </message>
    <message>
        <source>&amp;Make the role</source>
        <translation>Rolle &amp;anlegen</translation>
    </message>
    <message>
        <source>Left out, because you do not hold it yourself: %1.</source>
        <translation>Weggelassen, weil Sie es selbst nicht haben: %1.</translation>
    </message>
    <message>
        <source>Making the role…</source>
        <translation>Die Rolle wird angelegt…</translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleHeader</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleMatrixModel</name>
    <message>
        <source>A shipped role stays as it is. Make one of your own to have it otherwise.</source>
        <translation>Eine mitgelieferte Rolle bleibt, wie sie ist. Legen Sie eine eigene an, um es anders zu haben.</translation>
    </message>
    <message>
        <source>You do not hold this permission yourself, so you can neither give nor take it.</source>
        <translation>Sie haben diese Berechtigung selbst nicht und können sie deshalb weder geben noch nehmen.</translation>
    </message>
    <message>
        <source>Save or discard the change of “%1” first.</source>
        <translation>Speichern oder verwerfen Sie zuerst die Änderung von „%1“.</translation>
    </message>
    <message>
        <source>%1 may: %2</source>
        <translation>%1 darf: %2</translation>
    </message>
    <message>
        <source>%1 may not: %2</source>
        <translation>%1 darf nicht: %2</translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleMatrixView</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RoleText</name>
    <message numerus="yes">
        <source>%n people gain: %1</source>
        <translation>
            <numerusform>%n Person erhält: %1</numerusform>
            <numerusform>%n Personen erhalten: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people lose: %1</source>
        <translation>
            <numerusform>%n Person verliert: %1</numerusform>
            <numerusform>%n Personen verlieren: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and lose: %1</source>
        <translation>
            <numerusform>und verliert: %1</numerusform>
            <numerusform>und verlieren: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihr einen Namen.</translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Begin with a letter a to z; then letters a to z, digits, - and _.</source>
        <translation>Beginnen Sie mit einem Buchstaben a bis z; dann Buchstaben a bis z, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>This is the name of a shipped role, or looks like one. Choose another.</source>
        <translation>So oder ähnlich heißt schon eine mitgelieferte Rolle. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>One of your roles has this name, or looks like it. Choose another.</source>
        <translation>So oder ähnlich heißt schon eine Ihrer Rollen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Allow at least one thing.</source>
        <translation>Erlauben Sie mindestens eines.</translation>
    </message>
    <message>
        <source>There are %1 roles already. Remove one that nobody needs.</source>
        <translation>Es gibt schon %1 Rollen. Entfernen Sie eine, die niemand braucht.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RolesPage</name>
    <message>
        <source>&amp;Make a role…</source>
        <translation>Rolle &amp;anlegen…</translation>
    </message>
    <message>
        <source>Permissions by role</source>
        <translation>Berechtigungen nach Rolle</translation>
    </message>
    <message>
        <source>Choose a role to see what it allows and who has it.</source>
        <translation>Wählen Sie eine Rolle, um zu sehen, was sie erlaubt und wer sie hat.</translation>
    </message>
    <message>
        <source>Make a role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>Sign in to the back end to change roles.</source>
        <translation>Melden Sie sich am Back-End an, um Rollen zu ändern.</translation>
    </message>
    <message>
        <source>Your roles do not change roles.</source>
        <translation>Ihre Rollen erlauben nicht, Rollen zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n shipped roles, which stay as they are</source>
        <translation>
            <numerusform>%n mitgelieferte Rolle, die bleibt, wie sie ist</numerusform>
            <numerusform>%n mitgelieferte Rollen, die bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, and %n of your own.</source>
        <translation>
            <numerusform>, und %n eigene.</numerusform>
            <numerusform>, und %n eigene.</numerusform>
        </translation>
    </message>
    <message>
        <source>. You have none of your own yet.</source>
        <translation>. Eigene haben Sie noch keine.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>No roles yet</source>
        <translation>Noch keine Rollen</translation>
    </message>
    <message>
        <source>Roles appear here once the back end was asked for them.</source>
        <translation>Rollen erscheinen hier, sobald das Back-End nach ihnen gefragt wurde.</translation>
    </message>
    <message>
        <source>Make one &amp;like it…</source>
        <translation>Ähn&amp;liche anlegen…</translation>
    </message>
    <message>
        <source>Remo&amp;ve…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>It allows what you do not hold yourself, so you cannot take it away.</source>
        <translation>Sie erlaubt, was Sie selbst nicht haben; deshalb können Sie sie nicht wegnehmen.</translation>
    </message>
    <message>
        <source>The role “%1” is made. Give it to people on the page People.</source>
        <translation>Die Rolle „%1“ ist angelegt. Geben Sie sie Personen auf der Seite Personen.</translation>
    </message>
    <message>
        <source>Remove the role “%1”?</source>
        <translation>Die Rolle „%1“ entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>%n people have it now and would lose it.</source>
        <translation>
            <numerusform>%n Person hat sie jetzt und verlöre sie.</numerusform>
            <numerusform>%n Personen haben sie jetzt und verlören sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody loses a permission by that.</source>
        <translation>Niemand verliert dadurch eine Berechtigung.</translation>
    </message>
    <message>
        <source>You can make a role of that name again; the log keeps what it allowed.</source>
        <translation>Sie können wieder eine Rolle dieses Namens anlegen; das Protokoll behält, was sie erlaubte.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Not removed</source>
        <translation>Nicht entfernt</translation>
    </message>
    <message>
        <source>Roles were changed by somebody else meanwhile. Look at them again first.</source>
        <translation>Jemand anderes hat inzwischen Rollen geändert. Sehen Sie zuerst noch einmal hin.</translation>
    </message>
    <message>
        <source>The role “%1” is removed.</source>
        <translation>Die Rolle „%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>The role “%1” is saved.</source>
        <translation>Die Rolle „%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Somebody else removed this role meanwhile.</source>
        <translation>Jemand anderes hat diese Rolle inzwischen entfernt.</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
</context>
<context>
    <name>lw::ui::RulesCard</name>
    <message>
        <source>How long data is kept</source>
        <translation>Wie lange Daten bleiben</translation>
    </message>
    <message>
        <source>%1 is kept %2. %3</source>
        <translation>%1 bleibt %2. %3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>lw::ui::RulesDialog</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Least length</source>
        <translation>Mindestlänge</translation>
    </message>
    <message>
        <source>Least strength</source>
        <translation>Mindeststärke</translation>
    </message>
    <message>
        <source>Former passwords</source>
        <translation>Frühere Passwörter</translation>
    </message>
    <message>
        <source>Change every</source>
        <translation>Wechsel alle</translation>
    </message>
    <message>
        <source>Warn before</source>
        <translation>Warnen vorher</translation>
    </message>
    <message>
        <source>Spread due dates</source>
        <translation>Fälligkeiten verteilen</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Device secrets every</source>
        <translation>Gerätegeheimnisse alle</translation>
    </message>
    <message>
        <source>Second factor required</source>
        <translation>Zweiter Faktor verlangt</translation>
    </message>
    <message>
        <source>Certificate required</source>
        <translation>Zertifikat verlangt</translation>
    </message>
    <message>
        <source>Password and MFA rules</source>
        <translation>Regeln für Passwörter und MFA</translation>
    </message>
    <message>
        <source>They hold for everybody of %1. Beside each setting stands which standard it fails.</source>
        <translation>Sie gelten für alle bei %1. Neben jeder Einstellung steht, welchen Standard sie verfehlt.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source> passwords</source>
        <translation> Passwörter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> Fehlversuche</translation>
    </message>
    <message>
        <source>Least &amp;length</source>
        <translation>Mindest&amp;länge</translation>
    </message>
    <message>
        <source>Least &amp;strength</source>
        <translation>Mindest&amp;stärke</translation>
    </message>
    <message>
        <source>Cannot &amp;come back</source>
        <translation>Kommen nicht &amp;wieder</translation>
    </message>
    <message>
        <source>Change &amp;every</source>
        <translation>W&amp;echsel alle</translation>
    </message>
    <message>
        <source>&amp;Warn days before</source>
        <translation>Warnen &amp;Tage vorher</translation>
    </message>
    <message>
        <source>S&amp;pread due dates over</source>
        <translation>Fälligkeiten &amp;verteilen über</translation>
    </message>
    <message>
        <source>Due dates move up to so many days earlier, so that not everybody is due on one day.</source>
        <translation>Fälligkeiten rücken um bis zu so viele Tage vor, damit nicht alle am selben Tag fällig sind.</translation>
    </message>
    <message>
        <source>Loc&amp;k after</source>
        <translation>S&amp;perren nach</translation>
    </message>
    <message>
        <source>&amp;Device secrets every</source>
        <translation>&amp;Gerätegeheimnisse alle</translation>
    </message>
    <message>
        <source>Secrets of phones and trunks; overdue ones are shown, calls go on.</source>
        <translation>Geheimnisse von Telefonen und Amtsleitungen; überfällige werden gezeigt, Anrufe laufen weiter.</translation>
    </message>
    <message>
        <source>What the standards say about periodic changes</source>
        <translation>Was die Standards zu regelmäßigem Wechsel sagen</translation>
    </message>
    <message>
        <source>Sa&amp;ve the rules</source>
        <translation>&amp;Regeln speichern</translation>
    </message>
    <message>
        <source>What roles require</source>
        <translation>Was Rollen verlangen</translation>
    </message>
    <message>
        <source>second factor</source>
        <translation>zweiter Faktor</translation>
    </message>
    <message>
        <source>client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>%1 requires a second factor</source>
        <translation>%1 verlangt einen zweiten Faktor</translation>
    </message>
    <message>
        <source>%1 requires a client certificate</source>
        <translation>%1 verlangt ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>Meets all three standards.</source>
        <translation>Erfüllt alle drei Standards.</translation>
    </message>
    <message>
        <source>Well-known passwords are refused.</source>
        <translation>Allbekannte Passwörter werden abgelehnt.</translation>
    </message>
    <message>
        <source>Meets PCI DSS 8.3.7.</source>
        <translation>Erfüllt PCI DSS 8.3.7.</translation>
    </message>
    <message>
        <source>Meets PCI DSS 8.3.9; see below.</source>
        <translation>Erfüllt PCI DSS 8.3.9; siehe unten.</translation>
    </message>
    <message>
        <source>By e-mail, once each; empty: no warnings.</source>
        <translation>Per E-Mail, je einmal; leer: keine Warnungen.</translation>
    </message>
    <message>
        <source>At most eight numbers of days, 1 to 90, separated by commas: 14, 7, 3, 1.</source>
        <translation>Höchstens acht Tageszahlen von 1 bis 90, durch Komma getrennt: 14, 7, 3, 1.</translation>
    </message>
    <message>
        <source>Nobody notices at once: the new rules hold from the next password on.</source>
        <translation>Niemand bemerkt es sofort: Die neuen Regeln gelten vom nächsten Passwort an.</translation>
    </message>
    <message>
        <source>Saving the rules…</source>
        <translation>Die Regeln werden gespeichert…</translation>
    </message>
</context>
<context>
    <name>lw::ui::RulesFields</name>
    <message>
        <source>such as 0905, +371, 118</source>
        <translation>etwa 0905, +371, 118</translation>
    </message>
    <message>
        <source>such as +353 1</source>
        <translation>etwa +353 1</translation>
    </message>
    <message>
        <source>&amp;Bar these prefixes as well</source>
        <translation>Auch diese Vorwahlen sp&amp;erren</translation>
    </message>
    <message>
        <source>&amp;Let these prefixes through</source>
        <translation>Diese Vorwahlen &amp;zulassen</translation>
    </message>
    <message>
        <source>as the company: barred</source>
        <translation>wie die Firma: gesperrt</translation>
    </message>
    <message>
        <source>as the company: passes</source>
        <translation>wie die Firma: geht durch</translation>
    </message>
    <message>
        <source>barred</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>geht durch</translation>
    </message>
    <message>
        <source>With commas between them, in any notation. The longest prefix wins over the class.</source>
        <translation>Mit Kommas dazwischen, beliebig geschrieben. Die längste Vorwahl geht der Klasse vor.</translation>
    </message>
    <message>
        <source>Calls pass only within these hours: %1</source>
        <translation>Anrufe gehen nur zu diesen Zeiten durch: %1</translation>
    </message>
    <message>
        <source>as the company</source>
        <translation>wie die Firma</translation>
    </message>
    <message>
        <source>any price</source>
        <translation>jeder Preis</translation>
    </message>
    <message>
        <source>&amp;Highest price a minute</source>
        <translation>&amp;Höchster Preis pro Minute</translation>
    </message>
    <message>
        <source>By the rate deck, in its currency. Calls that cost more are barred.</source>
        <translation>Nach der Preisliste, in ihrer Währung. Anrufe, die mehr kosten, sind gesperrt.</translation>
    </message>
    <message>
        <source>Type an amount like 0.50, or leave it empty.</source>
        <translation>Geben Sie einen Betrag wie 0.50 ein, oder lassen Sie es leer.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RulesText</name>
    <message>
        <source>Without periodic changes you follow NIST SP 800-63B and Cyber Essentials, which advise against them, and fail PCI DSS 8.3.9 for everybody whose password is the only factor.</source>
        <translation>Ohne regelmäßigen Wechsel folgen Sie NIST SP 800-63B und Cyber Essentials, die davon abraten, und verfehlen PCI DSS 8.3.9 für alle, deren Passwort der einzige Faktor ist.</translation>
    </message>
    <message>
        <source>Changes every %1 days meet PCI DSS 8.3.9. NIST SP 800-63B and Cyber Essentials advise against periodic changes: people then choose weaker passwords. Both cannot be met.</source>
        <translation>Ein Wechsel alle %1 Tage erfüllt PCI DSS 8.3.9. NIST SP 800-63B und Cyber Essentials raten von regelmäßigem Wechsel ab: Man wählt dann schwächere Passwörter. Beides zugleich ist nicht zu erfüllen.</translation>
    </message>
    <message>
        <source>Changes every %1 days are too slow for PCI DSS 8.3.9, which asks for 90, and still against the advice of NIST SP 800-63B and Cyber Essentials.</source>
        <translation>Ein Wechsel alle %1 Tage ist zu langsam für PCI DSS 8.3.9, das 90 verlangt, und doch gegen den Rat von NIST SP 800-63B und Cyber Essentials.</translation>
    </message>
    <message>
        <source>A second factor lifts the conflict, and everybody has one: PCI DSS no longer asks for changes, so that you may switch them off.</source>
        <translation>Ein zweiter Faktor löst den Widerspruch, und alle haben einen: PCI DSS verlangt keinen Wechsel mehr, sodass Sie ihn abschalten können.</translation>
    </message>
    <message>
        <source>A second factor lifts the conflict, because PCI DSS 8.3.9 asks only where the password is the only factor.</source>
        <translation>Ein zweiter Faktor löst den Widerspruch, weil PCI DSS 8.3.9 den Wechsel nur dort verlangt, wo das Passwort der einzige Faktor ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 people have none yet.</source>
        <translation>
            <numerusform>%n von %1 Personen hat noch keinen.</numerusform>
            <numerusform>%n von %1 Personen haben noch keinen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more passwords are overdue at once: %1.</source>
        <translation>
            <numerusform>%n weiteres Passwort ist sofort überfällig: %1.</numerusform>
            <numerusform>%n weitere Passwörter sind sofort überfällig: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are no longer overdue: %1.</source>
        <translation>
            <numerusform>%n Passwort ist nicht mehr überfällig: %1.</numerusform>
            <numerusform>%n Passwörter sind nicht mehr überfällig: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can do nothing but set up a second factor until they have one: %1.</source>
        <translation>
            <numerusform>%n Person kann nur noch einen zweiten Faktor einrichten, bis sie einen hat: %1.</numerusform>
            <numerusform>%n Personen können nur noch einen zweiten Faktor einrichten, bis sie einen haben: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people sign in only with a registered client certificate: %1.</source>
        <translation>
            <numerusform>%n Person meldet sich nur noch mit registriertem Client-Zertifikat an: %1.</numerusform>
            <numerusform>%n Personen melden sich nur noch mit registriertem Client-Zertifikat an: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are one of them.</source>
        <translation>Sie sind darunter.</translation>
    </message>
</context>
<context>
    <name>lw::ui::RunModel</name>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
</context>
<context>
    <name>lw::ui::SecondFactorDialog</name>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>On: each sign-in asks for six digits from your authenticator app.

Got a new phone? Set it up anew; the former app and recovery codes stop working.</source>
        <translation>Eingeschaltet: Jede Anmeldung fragt nach sechs Ziffern aus Ihrer Authenticator-App.

Ein neues Telefon? Richten Sie ihn neu ein; die frühere App und die Wiederherstellungscodes gelten dann nicht mehr.</translation>
    </message>
    <message>
        <source>Off: your password is the only thing between others and this console.

With a second factor each sign-in also asks for six digits from an app on your phone.</source>
        <translation>Ausgeschaltet: Nur Ihr Passwort steht zwischen anderen und dieser Konsole.

Mit einem zweiten Faktor fragt jede Anmeldung auch nach sechs Ziffern aus einer App auf Ihrem Telefon.</translation>
    </message>
    <message>
        <source>One of your roles requires it.</source>
        <translation>Eine Ihrer Rollen verlangt ihn.</translation>
    </message>
    <message>
        <source>Set it up &amp;anew</source>
        <translation>&amp;Neu einrichten</translation>
    </message>
    <message>
        <source>&amp;Set it up</source>
        <translation>&amp;Einrichten</translation>
    </message>
    <message>
        <source>Switch the second factor off</source>
        <translation>Zweiten Faktor ausschalten</translation>
    </message>
    <message>
        <source>From then on your password alone signs you in. Your recovery codes stop working.</source>
        <translation>Von da an genügt Ihr Passwort zur Anmeldung. Ihre Wiederherstellungscodes gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>Ihr &amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Switch it off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>Switching it off…</source>
        <translation>Wird ausgeschaltet…</translation>
    </message>
    <message>
        <source>Switch it &amp;off…</source>
        <translation>A&amp;usschalten…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>One of your roles requires a second factor. Set it up anew instead.</source>
        <translation>Eine Ihrer Rollen verlangt einen zweiten Faktor. Richten Sie ihn stattdessen neu ein.</translation>
    </message>
    <message>
        <source>One of your roles requires a second factor. Set it up now; until then nothing else works.</source>
        <translation>Eine Ihrer Rollen verlangt einen zweiten Faktor. Richten Sie ihn jetzt ein; bis dahin geht nichts anderes.</translation>
    </message>
    <message>
        <source>Close without storing the recovery codes?</source>
        <translation>Schließen, ohne die Wiederherstellungscodes aufzubewahren?</translation>
    </message>
    <message>
        <source>The ten codes are shown this once. Without them a lost phone means that an administrator has to reset your second factor.</source>
        <translation>Die zehn Codes werden nur dieses eine Mal gezeigt. Ohne sie muss bei verlorenem Telefon ein Administrator Ihren zweiten Faktor zurücksetzen.</translation>
    </message>
    <message>
        <source>You can set the second factor up anew to get other codes.</source>
        <translation>Sie können den zweiten Faktor neu einrichten, um andere Codes zu erhalten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>lw::ui::SecretEdit</name>
    <message>
        <source>Show what is typed</source>
        <translation>Zeigen, was getippt wird</translation>
    </message>
    <message>
        <source>Alt+R shows or hides what is typed</source>
        <translation>Alt+R zeigt oder verbirgt, was getippt wird</translation>
    </message>
</context>
<context>
    <name>lw::ui::SecurityDialog</name>
    <message>
        <source>Cache and locking</source>
        <translation>Cache und Sperren</translation>
    </message>
    <message>
        <source>The log of %1 is kept encrypted on this machine. This is what opens and closes it.</source>
        <translation>Das Protokoll von %1 liegt verschlüsselt auf diesem Rechner. Dies öffnet und schließt es.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close without storing the recovery key?</source>
        <translation>Schließen, ohne den Wiederherstellungsschlüssel aufzubewahren?</translation>
    </message>
    <message>
        <source>The new recovery key is shown this once, and the former one no longer opens the cache.</source>
        <translation>Der neue Wiederherstellungsschlüssel wird nur dieses eine Mal gezeigt, und der frühere öffnet den Cache nicht mehr.</translation>
    </message>
    <message>
        <source>You can make another one here as long as the cache can be opened.</source>
        <translation>Sie können hier einen weiteren erzeugen, solange sich der Cache öffnen lässt.</translation>
    </message>
</context>
<context>
    <name>lw::ui::SessionModel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Since (UTC)</source>
        <translation>Seit (UTC)</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Ends (UTC)</source>
        <translation>Endet (UTC)</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>diese</translation>
    </message>
</context>
<context>
    <name>lw::ui::SessionsPage</name>
    <message>
        <source>Filter sessions</source>
        <translation>Sitzungen filtern</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Aktualisie&amp;ren</translation>
    </message>
    <message>
        <source>person, address, program, own</source>
        <translation>Person, Adresse, Programm, own</translation>
    </message>
    <message>
        <source>Live sessions</source>
        <translation>Laufende Sitzungen</translation>
    </message>
    <message>
        <source>Choose a session to see where it comes from.</source>
        <translation>Wählen Sie eine Sitzung, um zu sehen, woher sie kommt.</translation>
    </message>
    <message>
        <source>Refresh the sessions</source>
        <translation>Sitzungen aktualisieren</translation>
    </message>
    <message>
        <source>Live sessions are not known offline</source>
        <translation>Laufende Sitzungen sind offline nicht bekannt</translation>
    </message>
    <message>
        <source>Who is signed in right now, only the back end can say. Sign in to see it. What happened until the last sync stands in the login log.</source>
        <translation>Wer gerade angemeldet ist, weiß nur das Back-End. Melden Sie sich an, um es zu sehen. Was bis zum letzten Abgleich geschah, steht im Anmeldeprotokoll.</translation>
    </message>
    <message>
        <source>Your roles do not show live sessions</source>
        <translation>Ihre Rollen erlauben nicht, laufende Sitzungen zu sehen</translation>
    </message>
    <message>
        <source>An owner can give you a role that may see them.</source>
        <translation>Ein Inhaber kann Ihnen eine Rolle geben, die sie sehen darf.</translation>
    </message>
    <message>
        <source>The sessions could not be read</source>
        <translation>Die Sitzungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation>Keine Sitzung passt</translation>
    </message>
    <message>
        <source>No live session fits this filter.</source>
        <translation>Keine laufende Sitzung passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n live sessions</source>
        <translation>
            <numerusform>%n laufende Sitzung</numerusform>
            <numerusform>%n laufende Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n live sessions</source>
        <translation>
            <numerusform>%1 von %n laufenden Sitzung</numerusform>
            <numerusform>%1 von %n laufenden Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Your own session</source>
        <translation>Ihre eigene Sitzung</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>%1, unless it is used before</source>
        <translation>%1, wenn sie vorher nicht benutzt wird</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%n live session(s) of this person</source>
        <translation>
            <numerusform>%n laufende Sitzung dieser Person</numerusform>
            <numerusform>%n laufende Sitzungen dieser Person</numerusform>
        </translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Your roles do not end sessions.</source>
        <translation>Ihre Rollen erlauben nicht, Sitzungen zu beenden.</translation>
    </message>
    <message>
        <source>&amp;Sign out…</source>
        <translation>&amp;Abmelden…</translation>
    </message>
    <message>
        <source>&amp;End…</source>
        <translation>&amp;Beenden…</translation>
    </message>
    <message>
        <source>End this session</source>
        <translation>Diese Sitzung beenden</translation>
    </message>
    <message>
        <source>End &amp;all %1…</source>
        <translation>A&amp;lle %1 beenden…</translation>
    </message>
    <message>
        <source>End all sessions of %1</source>
        <translation>Alle Sitzungen von %1 beenden</translation>
    </message>
    <message>
        <source>End your own session?</source>
        <translation>Ihre eigene Sitzung beenden?</translation>
    </message>
    <message>
        <source>End this session?</source>
        <translation>Diese Sitzung beenden?</translation>
    </message>
    <message>
        <source>This ends the session of this very window: you are signed out and work offline.</source>
        <translation>Das beendet die Sitzung dieses Fensters: Sie sind abgemeldet und arbeiten offline.</translation>
    </message>
    <message>
        <source>One session of %1 from %2 ends at once; what it was doing is cut off.</source>
        <translation>Eine Sitzung von %1 aus %2 endet sofort; was sie gerade tat, wird abgebrochen.</translation>
    </message>
    <message>
        <source>%1 can sign in again: ending a session does not disable the account.</source>
        <translation>Eine neue Anmeldung bleibt möglich (%1): Eine Sitzung zu beenden deaktiviert das Konto nicht.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of %1 end at once.</source>
        <translation>
            <numerusform>%n Sitzung von %1 endet sofort.</numerusform>
            <numerusform>%n Sitzungen von %1 enden sofort.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them is yours, of this very window: you are signed out as well.</source>
        <translation>Eine davon ist Ihre, die dieses Fensters: Sie werden ebenfalls abgemeldet.</translation>
    </message>
    <message>
        <source>End all sessions of %1?</source>
        <translation>Alle Sitzungen von %1 beenden?</translation>
    </message>
    <message>
        <source>The person can sign in again: disable the account on the page People to prevent that.</source>
        <translation>Die Person kann sich wieder anmelden: Deaktivieren Sie das Konto auf der Seite Personen, um das zu verhindern.</translation>
    </message>
    <message>
        <source>End them all</source>
        <translation>Alle beenden</translation>
    </message>
    <message>
        <source>That session had ended already.</source>
        <translation>Diese Sitzung war schon zu Ende.</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Nicht beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of %1 ended.</source>
        <translation>
            <numerusform>%n Sitzung von %1 beendet.</numerusform>
            <numerusform>%n Sitzungen von %1 beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
</context>
<context>
    <name>lw::ui::SignInDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Look at the certificate…</source>
        <translation>Zertifikat &amp;ansehen…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>One of your roles requires a second factor. Set it up now; until then nothing else works.</source>
        <translation>Eine Ihrer Rollen verlangt einen zweiten Faktor. Richten Sie ihn jetzt ein; bis dahin geht nichts anderes.</translation>
    </message>
    <message>
        <source>%1@%2 at %3</source>
        <translation>%1@%2 bei %3</translation>
    </message>
</context>
<context>
    <name>lw::ui::SignInStep</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>With your own account of the telephony back end.</source>
        <translation>Mit Ihrem eigenen Konto beim Telefonie-Back-End.</translation>
    </message>
    <message>
        <source>short name of the company, such as acme</source>
        <translation>Kurzname der Firma, etwa acme</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Kunde</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>Anmelde&amp;name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>C&amp;ode</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Six digits from your authenticator app, or one of your recovery codes.</source>
        <translation>Sechs Ziffern aus Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.</translation>
    </message>
</context>
<context>
    <name>lw::ui::Spend</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1 % von %2</translation>
    </message>
    <message>
        <source>%1 reserved by calls that run</source>
        <translation>%1 durch laufende Anrufe gebunden</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>reached %1 at this pace</source>
        <translation>bei diesem Tempo erreicht: %1</translation>
    </message>
    <message>
        <source>No call of the last 90 days is known: nothing can be tried.</source>
        <translation>Kein Anruf der letzten 90 Tage ist bekannt: Nichts kann erprobt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n call(s) of the last 90 days none would have been refused or cut.</source>
        <translation>
            <numerusform>%n Anruf der letzten 90 Tage wäre nicht abgelehnt und nicht gekürzt worden.</numerusform>
            <numerusform>Von %n Anrufen der letzten 90 Tage wäre keiner abgelehnt oder gekürzt worden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n call(s) of the last 90 days %1 would have been refused and %2 cut: %3 of %4 saved.</source>
        <translation>
            <numerusform>Von %n Anruf der letzten 90 Tage wären %1 abgelehnt und %2 gekürzt worden: %3 von %4 gespart.</numerusform>
            <numerusform>Von %n Anrufen der letzten 90 Tage wären %1 abgelehnt und %2 gekürzt worden: %3 von %4 gespart.</numerusform>
        </translation>
    </message>
    <message>
        <source>The company&apos;s limit is first reached on %1.</source>
        <translation>Die Grenze der Firma ist zuerst erreicht: %1.</translation>
    </message>
    <message>
        <source>The limit of %1 is first reached on %2.</source>
        <translation>Die Grenze von %1 ist zuerst erreicht: %2.</translation>
    </message>
    <message>
        <source>The dearest of them: %1 to %2 on %3, %4.</source>
        <translation>Der teuerste davon: %1 an %2, %3, %4.</translation>
    </message>
</context>
<context>
    <name>lw::ui::SpendModel</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
</context>
<context>
    <name>lw::ui::SpendPage</name>
    <message>
        <source>Rate &amp;deck…</source>
        <translation>&amp;Preisliste …</translation>
    </message>
    <message>
        <source>&amp;Raise…</source>
        <translation>&amp;Anheben …</translation>
    </message>
    <message>
        <source>Re&amp;set…</source>
        <translation>&amp;Zurücksetzen …</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>&amp;Grenzen …</translation>
    </message>
    <message>
        <source>What each number spent</source>
        <translation>Was jede Nummer ausgegeben hat</translation>
    </message>
    <message>
        <source>The company today</source>
        <translation>Die Firma heute</translation>
    </message>
    <message>
        <source>The company this week</source>
        <translation>Die Firma diese Woche</translation>
    </message>
    <message>
        <source>Cost of each day, last 90 days</source>
        <translation>Kosten jedes Tages, letzte 90 Tage</translation>
    </message>
    <message>
        <source>ordinary calls</source>
        <translation>gewöhnliche Anrufe</translation>
    </message>
    <message>
        <source>international and premium</source>
        <translation>Ausland und Premium</translation>
    </message>
    <message>
        <source>Spend limits of the company</source>
        <translation>Ausgabengrenzen der Firma</translation>
    </message>
    <message>
        <source>Load a rate deck</source>
        <translation>Preisliste laden</translation>
    </message>
    <message>
        <source>Raise the company&apos;s limit for a while</source>
        <translation>Grenze der Firma für eine Weile anheben</translation>
    </message>
    <message>
        <source>Your roles do not show what calls cost.</source>
        <translation>Ihre Rollen zeigen nicht, was Anrufe kosten.</translation>
    </message>
    <message>
        <source>Not known here yet</source>
        <translation>Hier noch nicht bekannt</translation>
    </message>
    <message>
        <source>Connect and sync first.</source>
        <translation>Verbinden und gleichen Sie zuerst ab.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Anrufe</translation>
    </message>
    <message>
        <source>Numbers stand here once their calls are reported, the nearest to a limit first.</source>
        <translation>Nummern stehen hier, sobald ihre Anrufe gemeldet sind, die der Grenze nächste zuerst.</translation>
    </message>
    <message>
        <source>What calls cost</source>
        <translation>Was Anrufe kosten</translation>
    </message>
    <message>
        <source>No rate deck is loaded</source>
        <translation>Keine Preisliste ist geladen</translation>
    </message>
    <message>
        <source>Without one calls cost nothing here, and no limit can hold. Load your provider&apos;s prices.</source>
        <translation>Ohne sie kosten Anrufe hier nichts, und keine Grenze kann halten. Laden Sie die Preise Ihres Anbieters.</translation>
    </message>
    <message numerus="yes">
        <source>%n rate(s) in %1</source>
        <translation>
            <numerusform>%n Preis in %1</numerusform>
            <numerusform>%n Preise in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>At a limit, calls that cost something are refused.</source>
        <translation>An einer Grenze werden Anrufe abgelehnt, die etwas kosten.</translation>
    </message>
    <message>
        <source>Limits only warn; no call is refused.</source>
        <translation>Grenzen warnen nur; kein Anruf wird abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of this week have no rate.</source>
        <translation>
            <numerusform>%n Anruf dieser Woche hat keinen Preis.</numerusform>
            <numerusform>%n Anrufe dieser Woche haben keinen Preis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) are raised for a while.</source>
        <translation>
            <numerusform>%n Grenze ist für eine Weile angehoben.</numerusform>
            <numerusform>%n Grenzen sind für eine Weile angehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>Your roles do not change limits.</source>
        <translation>Ihre Rollen ändern keine Grenzen.</translation>
    </message>
    <message>
        <source>You are offline. Sign in to change something.</source>
        <translation>Sie sind offline. Melden Sie sich an, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>Not known here yet.</source>
        <translation>Hier noch nicht bekannt.</translation>
    </message>
    <message>
        <source>for ordinary calls</source>
        <translation>für gewöhnliche Anrufe</translation>
    </message>
    <message>
        <source>for international and premium calls</source>
        <translation>für Auslands- und Premiumanrufe</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>%1, at this pace</source>
        <translation>%1, bei diesem Tempo</translation>
    </message>
    <message>
        <source>Choose a number to see its limits, and to raise or reset one of them.</source>
        <translation>Wählen Sie eine Nummer, um ihre Grenzen zu sehen und eine anzuheben oder zurückzusetzen.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Raised to %1</source>
        <translation>Angehoben auf %1</translation>
    </message>
    <message>
        <source>Until %1: %2 (%3)</source>
        <translation>Bis %1: %2 (%3)</translation>
    </message>
    <message>
        <source>Take the raise &amp;back</source>
        <translation>Anhebung zurück&amp;nehmen</translation>
    </message>
    <message>
        <source>L&amp;imits…</source>
        <translation>Gr&amp;enzen …</translation>
    </message>
    <message>
        <source>R&amp;aise…</source>
        <translation>An&amp;heben …</translation>
    </message>
    <message>
        <source>R&amp;eset…</source>
        <translation>Zurück&amp;setzen …</translation>
    </message>
    <message>
        <source>The limits are saved.</source>
        <translation>Die Grenzen sind gespeichert.</translation>
    </message>
    <message>
        <source>The rate deck is loaded.</source>
        <translation>Die Preisliste ist geladen.</translation>
    </message>
    <message>
        <source>The limits of %1 are saved.</source>
        <translation>Die Grenzen von %1 sind gespeichert.</translation>
    </message>
    <message>
        <source>The limit is raised.</source>
        <translation>Die Grenze ist angehoben.</translation>
    </message>
    <message>
        <source>What was spent so far counts no more.</source>
        <translation>Was bisher ausgegeben wurde, zählt nicht mehr.</translation>
    </message>
    <message>
        <source>Take the raise back?</source>
        <translation>Anhebung zurücknehmen?</translation>
    </message>
    <message>
        <source>The limit is what it was before, at once: calls that are over it are refused.</source>
        <translation>Die Grenze ist sofort wieder die alte: Anrufe, die über ihr liegen, werden abgelehnt.</translation>
    </message>
    <message>
        <source>It can be raised again.</source>
        <translation>Sie kann wieder angehoben werden.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The raise is taken back.</source>
        <translation>Die Anhebung ist zurückgenommen.</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Nicht zurückgenommen</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>lw::ui::StatePill</name>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
</context>
<context>
    <name>lw::ui::StateText</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1…</translation>
    </message>
    <message>
        <source>syncing</source>
        <translation>gleicht ab</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>%1 abgeglichen</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>nothing cached yet</source>
        <translation>noch nichts im Cache</translation>
    </message>
    <message>
        <source>cache up to date</source>
        <translation>Cache aktuell</translation>
    </message>
    <message>
        <source>cache %1 old</source>
        <translation>Cache %1 alt</translation>
    </message>
    <message>
        <source>You are offline and nothing is cached yet. Sign in to fetch the log.</source>
        <translation>Sie sind offline und der Cache ist noch leer. Melden Sie sich an, um das Protokoll zu holen.</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>You are offline. Everything here comes from the cache of %1, %2 old.</source>
        <translation>Sie sind offline. Alles hier stammt aus dem Cache vom %1, %2 alt.</translation>
    </message>
    <message>
        <source>Back end</source>
        <translation>Back-End</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Offline since</source>
        <translation>Offline seit</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>Verifiziert durch</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>%1 events, signature and consistency verified</source>
        <translation>%1 Ereignisse, Signatur und Konsistenz verifiziert</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Letztes Problem</translation>
    </message>
</context>
<context>
    <name>lw::ui::Step</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>lw::ui::StrandingDialog</name>
    <message>
        <source>This change locks people out who could undo it</source>
        <translation>Diese Änderung sperrt die aus, die sie rückgängig machen könnten</translation>
    </message>
    <message>
        <source>The way back: the change is in force at once, and the back end takes it back by itself after %1 unless somebody who still gets in confirms it.</source>
        <translation>Der Weg zurück: Die Änderung gilt sofort, und das Back-End nimmt sie nach %1 von selbst zurück, wenn niemand sie bestätigt, der noch hereinkommt.</translation>
    </message>
    <message>
        <source>To go on, type your own &amp;login name</source>
        <translation>Um fortzufahren, geben Sie Ihren eigenen Anmelde&amp;namen ein</translation>
    </message>
    <message>
        <source>&amp;Apply all the same</source>
        <translation>Trotzdem &amp;anwenden</translation>
    </message>
</context>
<context>
    <name>lw::ui::StrengthMeter</name>
    <message>
        <source>At least %1 characters; several unrelated words make a good one.</source>
        <translation>Mindestens %1 Zeichen; mehrere Wörter ohne Zusammenhang sind gut.</translation>
    </message>
    <message numerus="yes">
        <source>Strength: %1, %n character(s).</source>
        <translation>
            <numerusform>Stärke: %1, %n Zeichen.</numerusform>
            <numerusform>Stärke: %1, %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strength: %1. %2</source>
        <translation>Stärke: %1. %2</translation>
    </message>
</context>
<context>
    <name>lw::ui::TamperAlert</name>
    <message>
        <source>&amp;Save the evidence…</source>
        <translation>Belege &amp;speichern…</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ich habe das gelesen</translation>
    </message>
    <message>
        <source>What this means: the back end, or somebody who holds its key, no longer shows the log that it signed before. Nothing new was taken over; the cache still holds the log as it was last verified. Do not clear this up by syncing anew: keep both signed heads, tell your auditor, and ask the operator of the back end to explain.</source>
        <translation>Was das bedeutet: Das Back-End, oder jemand mit seinem Schlüssel, zeigt nicht mehr das Protokoll, das es zuvor signiert hat. Nichts Neues wurde übernommen; der Cache hält weiter das Protokoll, wie es zuletzt verifiziert wurde. Räumen Sie das nicht durch neues Abgleichen weg: Heben Sie beide signierten Köpfe auf, sagen Sie es Ihrem Prüfer und bitten Sie den Betreiber des Back-Ends um eine Erklärung.</translation>
    </message>
    <message>
        <source>Signed head that was verified before</source>
        <translation>Signierter Kopf, der zuvor verifiziert wurde</translation>
    </message>
    <message>
        <source>Signed head that was shown now</source>
        <translation>Signierter Kopf, der jetzt gezeigt wurde</translation>
    </message>
    <message>
        <source>The audit log was tampered with</source>
        <translation>Das Prüfprotokoll wurde manipuliert</translation>
    </message>
    <message>
        <source>Found %1. %2</source>
        <translation>Gefunden %1. %2</translation>
    </message>
    <message>
        <source>(none: this was the first sync)</source>
        <translation>(keiner: dies war der erste Abgleich)</translation>
    </message>
    <message>
        <source>(none came)</source>
        <translation>(keiner kam)</translation>
    </message>
</context>
<context>
    <name>lw::ui::TimeText</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>lw::ui::TopBar</name>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation>Befehlspalette (Strg+K)</translation>
    </message>
    <message>
        <source>Lock the cache</source>
        <translation>Cache sperren</translation>
    </message>
    <message>
        <source>Close the cache and wipe its key from memory (Ctrl+L)</source>
        <translation>Den Cache schließen und seinen Schlüssel aus dem Speicher löschen (Strg+L)</translation>
    </message>
</context>
<context>
    <name>lw::ui::UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>Use the &amp;key store</source>
        <translation>Schlüssel&amp;speicher benutzen</translation>
    </message>
    <message>
        <source>&amp;Keep it aside and start anew…</source>
        <translation>Beiseitelegen und neu &amp;anfangen…</translation>
    </message>
    <message>
        <source>&amp;Other back end…</source>
        <translation>Anderes &amp;Back-End…</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>The log on this machine is encrypted. It opens without a network.</source>
        <translation>Das Protokoll auf diesem Rechner ist verschlüsselt. Es öffnet sich ohne Netz.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Recovery key, with or without its dashes</source>
        <translation>Wiederherstellungsschlüssel, mit oder ohne Striche</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Passphrase benutzen</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Wiederherstellungsschlüssel benutzen</translation>
    </message>
    <message>
        <source>Unlocking… deriving the key takes a moment on purpose.</source>
        <translation>Es wird entsperrt… das Ableiten des Schlüssels dauert mit Absicht einen Moment.</translation>
    </message>
    <message>
        <source>Asking the operating system&apos;s key store…</source>
        <translation>Der Schlüsselspeicher des Betriebssystems wird gefragt…</translation>
    </message>
    <message>
        <source>%1 Type the passphrase instead.</source>
        <translation>%1 Tippen Sie stattdessen die Passphrase.</translation>
    </message>
    <message>
        <source>Start with a new cache</source>
        <translation>Mit einem neuen Cache anfangen</translation>
    </message>
    <message>
        <source>The damaged cache of %1 is renamed and kept; a new one is made and synced from the back end. What only the old cache held is not in the new one.</source>
        <translation>Der beschädigte Cache von %1 wird umbenannt und aufgehoben; ein neuer wird angelegt und vom Back-End abgeglichen. Was nur der alte Cache enthielt, ist im neuen nicht.</translation>
    </message>
    <message>
        <source>The old file and its secrets stay as they are; the old passphrase still belongs to it.</source>
        <translation>Die alte Datei und ihre Geheimnisse bleiben, wie sie sind; die alte Passphrase gehört weiter zu ihr.</translation>
    </message>
    <message>
        <source>Keep aside, start anew</source>
        <translation>Beiseitelegen, neu anfangen</translation>
    </message>
    <message>
        <source>Putting the damaged cache aside…</source>
        <translation>Der beschädigte Cache wird beiseitegelegt…</translation>
    </message>
</context>
<context>
    <name>lw::ui::Words</name>
    <message>
        <source>Logged in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Login failed</source>
        <translation>Fehlanmeldung</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>Sitzung abgelaufen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>MFA passed</source>
        <translation>MFA bestanden</translation>
    </message>
    <message>
        <source>MFA failed</source>
        <translation>MFA fehlgeschlagen</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Password change failed</source>
        <translation>Passwortwechsel fehlgeschlagen</translation>
    </message>
    <message>
        <source>Access revoked</source>
        <translation>Zugang entzogen</translation>
    </message>
    <message>
        <source>Call rejected</source>
        <translation>Anruf abgewiesen</translation>
    </message>
    <message>
        <source>Connection probe</source>
        <translation>Verbindungsversuch</translation>
    </message>
    <message>
        <source>Log viewed</source>
        <translation>Protokoll angesehen</translation>
    </message>
    <message>
        <source>Report exported</source>
        <translation>Bericht exportiert</translation>
    </message>
    <message>
        <source>Log imported</source>
        <translation>Protokoll importiert</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Person hinzugefügt</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Customer added</source>
        <translation>Kunde hinzugefügt</translation>
    </message>
    <message>
        <source>Permission missing</source>
        <translation>Berechtigung fehlt</translation>
    </message>
    <message>
        <source>MFA set up</source>
        <translation>MFA eingerichtet</translation>
    </message>
    <message>
        <source>Unknown event</source>
        <translation>Unbekanntes Ereignis</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>the back end itself</source>
        <translation>das Back-End selbst</translation>
    </message>
    <message>
        <source>claimed name</source>
        <translation>behaupteter Name</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>falsches Passwort</translation>
    </message>
    <message>
        <source>no such user</source>
        <translation>kein solcher Benutzer</translation>
    </message>
    <message>
        <source>account disabled</source>
        <translation>Konto deaktiviert</translation>
    </message>
    <message>
        <source>account locked</source>
        <translation>Konto gesperrt</translation>
    </message>
    <message>
        <source>too many failures</source>
        <translation>zu viele Fehlversuche</translation>
    </message>
    <message>
        <source>code missing</source>
        <translation>Code fehlt</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>falscher Code</translation>
    </message>
    <message>
        <source>code used twice</source>
        <translation>Code zweimal benutzt</translation>
    </message>
    <message>
        <source>idle too long</source>
        <translation>zu lange untätig</translation>
    </message>
    <message>
        <source>session too old</source>
        <translation>Sitzung zu alt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>Adresse nicht erlaubt</translation>
    </message>
    <message>
        <source>permission missing</source>
        <translation>Berechtigung fehlt</translation>
    </message>
    <message>
        <source>against the policy</source>
        <translation>gegen die Richtlinie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Security officer</source>
        <translation>Sicherheitsbeauftragter</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>read the audit log</source>
        <translation>das Prüfprotokoll lesen</translation>
    </message>
    <message>
        <source>take logs and reports away</source>
        <translation>Protokolle und Berichte mitnehmen</translation>
    </message>
    <message>
        <source>unknown permission</source>
        <translation>unbekannte Berechtigung</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>TOTP</source>
        <translation>TOTP</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Frisch</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Never set</source>
        <translation>Nie gesetzt</translation>
    </message>
    <message>
        <source>No rotation</source>
        <translation>Kein Wechsel</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>within 24 h</source>
        <translation>binnen 24 h</translation>
    </message>
    <message>
        <source>overdue since today</source>
        <translation>seit heute überfällig</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n Tag überfällig</numerusform>
            <numerusform>%n Tage überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>exempt</source>
        <translation>ausgenommen</translation>
    </message>
    <message>
        <source>at next sign-in</source>
        <translation>bei der nächsten Anmeldung</translation>
    </message>
    <message>
        <source>no rotation</source>
        <translation>kein Wechsel</translation>
    </message>
    <message>
        <source>unknown standard</source>
        <translation>unbekannter Standard</translation>
    </message>
    <message>
        <source>%1 asks for a change every 90 days while the password is the only factor; met.</source>
        <translation>%1 verlangt einen Wechsel alle 90 Tage, solange das Passwort der einzige Faktor ist; erfüllt.</translation>
    </message>
    <message>
        <source>%1 asks for a change every 90 days while the password is the only factor; not met.</source>
        <translation>%1 verlangt einen Wechsel alle 90 Tage, solange das Passwort der einzige Faktor ist; nicht erfüllt.</translation>
    </message>
    <message>
        <source>%1 does not ask for rotation here: there is a second factor.</source>
        <translation>%1 verlangt hier keinen Wechsel: Es gibt einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>%1 advises against periodic changes.</source>
        <translation>%1 rät von regelmäßigem Wechsel ab.</translation>
    </message>
    <message>
        <source>%1 agrees: no periodic changes.</source>
        <translation>%1 stimmt zu: kein regelmäßiger Wechsel.</translation>
    </message>
    <message>
        <source>%1 asks for at least %2 characters.</source>
        <translation>%1 verlangt mindestens %2 Zeichen.</translation>
    </message>
    <message>
        <source>%1 asks that the last %2 passwords cannot come back.</source>
        <translation>%1 verlangt, dass die letzten %2 Passwörter nicht wiederkehren.</translation>
    </message>
    <message>
        <source>%1 asks for a lock after at most %2 failures.</source>
        <translation>%1 verlangt eine Sperre nach höchstens %2 Fehlversuchen.</translation>
    </message>
    <message>
        <source>%1 asks that well-known passwords are refused.</source>
        <translation>%1 verlangt, dass bekannte Passwörter abgewiesen werden.</translation>
    </message>
    <message>
        <source>%1 asks for a change every %2 days while the password is the only factor.</source>
        <translation>%1 verlangt einen Wechsel alle %2 Tage, solange das Passwort der einzige Faktor ist.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>Nehmen Sie mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation>Nehmen Sie höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is too easy to guess: use several unrelated words, or more characters.</source>
        <translation>Das ist zu leicht zu erraten: Nehmen Sie mehrere Wörter ohne Zusammenhang oder mehr Zeichen.</translation>
    </message>
    <message>
        <source>Do not use your own name, your login name or the company&apos;s name.</source>
        <translation>Nehmen Sie nicht Ihren Namen, Ihren Anmeldenamen oder den Namen der Firma.</translation>
    </message>
    <message>
        <source>Remove the character that cannot be typed on every keyboard.</source>
        <translation>Entfernen Sie das Zeichen, das sich nicht auf jeder Tastatur tippen lässt.</translation>
    </message>
    <message>
        <source>Type it again: it holds broken characters.</source>
        <translation>Tippen Sie es noch einmal: Es enthält kaputte Zeichen.</translation>
    </message>
    <message>
        <source>very weak</source>
        <translation>sehr schwach</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>MFA removed</source>
        <translation>MFA entfernt</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Wiederherstellungscode benutzt</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>Passwort zurückgesetzt</translation>
    </message>
    <message>
        <source>Password made due</source>
        <translation>Passwort fällig gestellt</translation>
    </message>
    <message>
        <source>Role added</source>
        <translation>Rolle hinzugefügt</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rolle geändert</translation>
    </message>
    <message>
        <source>Role removed</source>
        <translation>Rolle entfernt</translation>
    </message>
    <message>
        <source>Rules changed</source>
        <translation>Regeln geändert</translation>
    </message>
    <message>
        <source>People imported</source>
        <translation>Personen importiert</translation>
    </message>
    <message>
        <source>Device added</source>
        <translation>Gerät hinzugefügt</translation>
    </message>
    <message>
        <source>Device changed</source>
        <translation>Gerät geändert</translation>
    </message>
    <message>
        <source>Device revoked</source>
        <translation>Gerät entzogen</translation>
    </message>
    <message>
        <source>Device registered</source>
        <translation>Gerät registriert</translation>
    </message>
    <message>
        <source>Device refused</source>
        <translation>Gerät abgewiesen</translation>
    </message>
    <message>
        <source>Departure opened</source>
        <translation>Weggang eröffnet</translation>
    </message>
    <message>
        <source>Departure withdrawn</source>
        <translation>Weggang zurückgezogen</translation>
    </message>
    <message>
        <source>Revocation probed</source>
        <translation>Entzug geprüft</translation>
    </message>
    <message>
        <source>Allowlist changed</source>
        <translation>Positivliste geändert</translation>
    </message>
    <message>
        <source>Allowlist confirmed</source>
        <translation>Positivliste bestätigt</translation>
    </message>
    <message>
        <source>Allowlist reverted</source>
        <translation>Positivliste zurückgenommen</translation>
    </message>
    <message>
        <source>Address blocked</source>
        <translation>Adresse gesperrt</translation>
    </message>
    <message>
        <source>Block lifted</source>
        <translation>Adresssperre aufgehoben</translation>
    </message>
    <message>
        <source>Notice sent</source>
        <translation>Benachrichtigung gesendet</translation>
    </message>
    <message>
        <source>see people and their devices</source>
        <translation>Personen und ihre Geräte sehen</translation>
    </message>
    <message>
        <source>add and change people and devices</source>
        <translation>Personen und Geräte hinzufügen und ändern</translation>
    </message>
    <message>
        <source>see roles</source>
        <translation>Rollen sehen</translation>
    </message>
    <message>
        <source>make and change roles</source>
        <translation>Rollen anlegen und ändern</translation>
    </message>
    <message>
        <source>change password and MFA rules</source>
        <translation>Regeln für Passwörter und MFA ändern</translation>
    </message>
    <message>
        <source>see live sessions</source>
        <translation>laufende Sitzungen sehen</translation>
    </message>
    <message>
        <source>end other people&apos;s sessions</source>
        <translation>Sitzungen anderer beenden</translation>
    </message>
    <message>
        <source>see departures and their proofs</source>
        <translation>Weggänge und ihre Nachweise sehen</translation>
    </message>
    <message>
        <source>open and withdraw departures</source>
        <translation>Weggänge eröffnen und zurückziehen</translation>
    </message>
    <message>
        <source>see allowed and blocked addresses</source>
        <translation>erlaubte und gesperrte Adressen sehen</translation>
    </message>
    <message>
        <source>change allowed and blocked addresses</source>
        <translation>erlaubte und gesperrte Adressen ändern</translation>
    </message>
    <message>
        <source>see settings and rules</source>
        <translation>Einstellungen und Regeln sehen</translation>
    </message>
    <message>
        <source>change one&apos;s own password and MFA</source>
        <translation>eigenes Passwort und MFA ändern</translation>
    </message>
    <message>
        <source>wrong secret</source>
        <translation>falsches Geheimnis</translation>
    </message>
    <message>
        <source>wrong key</source>
        <translation>falscher Schlüssel</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>Gerät unbekannt</translation>
    </message>
    <message>
        <source>no such extension</source>
        <translation>Nebenstelle unbekannt</translation>
    </message>
    <message>
        <source>no authentication</source>
        <translation>keine Anmeldung</translation>
    </message>
    <message>
        <source>authentication failed</source>
        <translation>Anmeldung gescheitert</translation>
    </message>
    <message>
        <source>names differ</source>
        <translation>Namen weichen ab</translation>
    </message>
    <message>
        <source>account expired</source>
        <translation>Konto abgelaufen</translation>
    </message>
    <message>
        <source>lock ended</source>
        <translation>Sperre beendet</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>too many registrations</source>
        <translation>zu viele Registrierungen</translation>
    </message>
    <message>
        <source>tried again too soon</source>
        <translation>zu früh erneut versucht</translation>
    </message>
    <message>
        <source>too many attempts</source>
        <translation>zu viele Versuche</translation>
    </message>
    <message>
        <source>too weak</source>
        <translation>zu schwach</translation>
    </message>
    <message>
        <source>used before</source>
        <translation>schon einmal verwendet</translation>
    </message>
    <message>
        <source>by an administrator</source>
        <translation>durch einen Administrator</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>password reset</source>
        <translation>Passwort zurückgesetzt</translation>
    </message>
    <message>
        <source>certificate missing</source>
        <translation>Zertifikat fehlt</translation>
    </message>
    <message>
        <source>certificate added</source>
        <translation>Zertifikat hinzugefügt</translation>
    </message>
    <message>
        <source>certificate removed</source>
        <translation>Zertifikat entfernt</translation>
    </message>
    <message>
        <source>unexpected address</source>
        <translation>unerwartete Adresse</translation>
    </message>
    <message>
        <source>address blocked</source>
        <translation>Adresse gesperrt</translation>
    </message>
    <message>
        <source>not confirmed in time</source>
        <translation>nicht rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>block ended</source>
        <translation>Adresssperre beendet</translation>
    </message>
    <message>
        <source>lock-out confirmed</source>
        <translation>Aussperrung bestätigt</translation>
    </message>
    <message>
        <source>beyond one&apos;s own permissions</source>
        <translation>über die eigenen Rechte hinaus</translation>
    </message>
    <message>
        <source>last owner</source>
        <translation>letzte verantwortliche Person</translation>
    </message>
    <message>
        <source>departure</source>
        <translation>Weggang</translation>
    </message>
    <message>
        <source>reassignment</source>
        <translation>Aufgabenwechsel</translation>
    </message>
    <message>
        <source>device revoked</source>
        <translation>Gerät entzogen</translation>
    </message>
    <message>
        <source>new secret</source>
        <translation>neues Geheimnis</translation>
    </message>
    <message>
        <source>secret overdue</source>
        <translation>Geheimnis überfällig</translation>
    </message>
    <message>
        <source>unregistered</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>password due soon</source>
        <translation>Passwort bald fällig</translation>
    </message>
    <message>
        <source>password overdue</source>
        <translation>Passwort überfällig</translation>
    </message>
    <message>
        <source>device secret due soon</source>
        <translation>Gerätegeheimnis bald fällig</translation>
    </message>
    <message>
        <source>device secret overdue</source>
        <translation>Gerätegeheimnis überfällig</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <translation>nicht mehr nötig</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>not a local domain</source>
        <translation>keine lokale Domäne</translation>
    </message>
    <message>
        <source>malformed request</source>
        <translation>fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>malformed protocol</source>
        <translation>fehlerhaftes Protokoll</translation>
    </message>
    <message>
        <source>ambiguous line</source>
        <translation>mehrdeutige Zeile</translation>
    </message>
    <message>
        <source>unknown peer</source>
        <translation>unbekannte Gegenstelle</translation>
    </message>
    <message>
        <source>attack detected</source>
        <translation>Angriff erkannt</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>closed before the login</source>
        <translation>vor der Anmeldung geschlossen</translation>
    </message>
    <message>
        <source>no identification</source>
        <translation>keine Kennung</translation>
    </message>
    <message>
        <source>no common algorithm</source>
        <translation>kein gemeinsames Verfahren</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Call refused</source>
        <translation>Anruf abgewiesen</translation>
    </message>
    <message>
        <source>Numbers changed</source>
        <translation>Nummern geändert</translation>
    </message>
    <message>
        <source>Call Guard changed</source>
        <translation>Call Guard geändert</translation>
    </message>
    <message>
        <source>Telephone system</source>
        <translation>Telefonanlage</translation>
    </message>
    <message>
        <source>see numbers and what Call Guard bars</source>
        <translation>Nummern sehen und was Call Guard sperrt</translation>
    </message>
    <message>
        <source>change numbers and Call Guard</source>
        <translation>Nummern und Call Guard ändern</translation>
    </message>
    <message>
        <source>ask whether calls may be made</source>
        <translation>fragen, ob Anrufe geführt werden dürfen</translation>
    </message>
    <message>
        <source>Rate deck changed</source>
        <translation>Preisliste geändert</translation>
    </message>
    <message>
        <source>Spend limits changed</source>
        <translation>Ausgabengrenzen geändert</translation>
    </message>
    <message>
        <source>Spend limit raised</source>
        <translation>Ausgabengrenze angehoben</translation>
    </message>
    <message>
        <source>Spend level reached</source>
        <translation>Ausgabenstufe erreicht</translation>
    </message>
    <message>
        <source>Spend reset</source>
        <translation>Ausgaben zurückgesetzt</translation>
    </message>
    <message>
        <source>see what calls cost, limits and rates</source>
        <translation>sehen, was Anrufe kosten, Grenzen und Preise</translation>
    </message>
    <message>
        <source>change spend limits and rates</source>
        <translation>Ausgabengrenzen und Preise ändern</translation>
    </message>
    <message>
        <source>Retention changed</source>
        <translation>Aufbewahrung geändert</translation>
    </message>
    <message>
        <source>Legal hold placed</source>
        <translation>Löschsperre gesetzt</translation>
    </message>
    <message>
        <source>Legal hold released</source>
        <translation>Löschsperre aufgehoben</translation>
    </message>
    <message>
        <source>Data purged</source>
        <translation>Daten bereinigt</translation>
    </message>
    <message>
        <source>Personal data handed out</source>
        <translation>Personendaten herausgegeben</translation>
    </message>
    <message>
        <source>Person erased</source>
        <translation>Person gelöscht</translation>
    </message>
    <message>
        <source>see retention, holds and purges</source>
        <translation>Aufbewahrung, Sperren und Bereinigungen sehen</translation>
    </message>
    <message>
        <source>change retention and holds, and purge</source>
        <translation>Aufbewahrung und Sperren ändern und bereinigen</translation>
    </message>
    <message>
        <source>hand out and erase people&apos;s data</source>
        <translation>Personendaten herausgeben und löschen</translation>
    </message>
</context>
<context>
    <name>lw::ui::Workspace</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The sync did not finish</source>
        <translation>Der Abgleich wurde nicht fertig</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Sign in to the back end</source>
        <translation>Beim Back-End anmelden</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
    <message>
        <source>Cancel the sync</source>
        <translation>Abgleich abbrechen</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>Lock the cache</source>
        <translation>Cache sperren</translation>
    </message>
</context>
</TS>
