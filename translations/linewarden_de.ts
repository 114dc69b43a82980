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
        <translation>„%1:“ nimmt %2.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>“%1:” is not a key of this list. Use password:, status:, mfa:, department: or role:, or plain words.</source>
        <translation>„%1:“ ist kein Schlüssel dieser Liste. Es gibt password:, status:, mfa:, department: und role:, sonst einfache Wörter.</translation>
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
        <translation>%1 Ereignisse, %2 Fehlschläge</translation>
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
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Protokoll wird gelesen…</translation>
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
            <numerusform>%n Konto ist nach Fehlschlägen gesperrt</numerusform>
            <numerusform>%n Konten sind nach Fehlschlägen gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>One factor</source>
        <translation>Ein Faktor</translation>
    </message>
    <message numerus="yes">
        <source>%n people reach logs or settings with a password alone</source>
        <translation>
            <numerusform>%n Person erreicht Protokolle oder Einstellungen mit einem Passwort allein</numerusform>
            <numerusform>%n Personen erreichen Protokolle oder Einstellungen mit einem Passwort allein</numerusform>
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
        <translation>Fehlschläge</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours from %1</source>
        <translation>
            <numerusform>%n Fehlschlag in 24 Stunden von %1</numerusform>
            <numerusform>%n Fehlschläge in 24 Stunden von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours for %1</source>
        <translation>
            <numerusform>%n Fehlschlag in 24 Stunden für %1</numerusform>
            <numerusform>%n Fehlschläge in 24 Stunden für %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Ungewöhnlich</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours; the usual is %1 a day</source>
        <translation>
            <numerusform>%n Fehlschlag in 24 Stunden; üblich sind %1 am Tag</numerusform>
            <numerusform>%n Fehlschläge in 24 Stunden; üblich sind %1 am Tag</numerusform>
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
    <name>lw::ui::DetailPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
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
        <translation>Die Belege speichern</translation>
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
        <translation>Die Belege entfernen</translation>
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
        <translation>Passwort ä&amp;ndern</translation>
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
        <translation>Anmeldungen und Fehlschläge, letzte 30 Tage</translation>
    </message>
    <message>
        <source>logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehlschläge</translation>
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
        <translation>Die Passphrase &amp;ändern</translation>
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
        <translation>Letzte Anmeldung (UTC)</translation>
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
    <name>lw::ui::RecoverySection</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>&amp;Make a new recovery key…</source>
        <translation>Einen neuen &amp;Wiederherstellungsschlüssel erzeugen…</translation>
    </message>
    <message>
        <source>&amp;Hide the key for good</source>
        <translation>Den Schlüssel endgültig aus&amp;blenden</translation>
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
        <translation>Den Wiederherstellungsschlüssel speichern</translation>
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
        <translation>Jede Anmeldung, jeder Fehlschlag, jede Sperre und Abmeldung des Zeitraums, mit Adresse und Programm.</translation>
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
        <translation>Den Bericht exportieren</translation>
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
    <name>lw::ui::SignInDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Look at the certificate…</source>
        <translation>Das Zertifikat &amp;ansehen…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
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
        <source>Six digits from your authenticator app.</source>
        <translation>Sechs Ziffern aus Ihrer Authenticator-App.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
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
        <translation>abgeglichen %1</translation>
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
        <translation>Die Belege &amp;speichern…</translation>
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
        <translation>Den Cache sperren</translation>
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
        <translation>Den Schlüssel&amp;speicher benutzen</translation>
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
        <translation>Die Passphrase benutzen</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Den Wiederherstellungsschlüssel benutzen</translation>
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
        <translation>Konto abgeschaltet</translation>
    </message>
    <message>
        <source>account locked</source>
        <translation>Konto gesperrt</translation>
    </message>
    <message>
        <source>too many failures</source>
        <translation>zu viele Fehlschläge</translation>
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
        <source>see people</source>
        <translation>Personen sehen</translation>
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
        <source>see settings and policy</source>
        <translation>Einstellungen und Richtlinie sehen</translation>
    </message>
    <message>
        <source>change one&apos;s own password</source>
        <translation>das eigene Passwort ändern</translation>
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
        <translation>Abgeschaltet</translation>
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
        <translation>%1 verlangt eine Sperre nach höchstens %2 Fehlschlägen.</translation>
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
        <translation>Die Belege speichern</translation>
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
        <translation>Den Abgleich abbrechen</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>Lock the cache</source>
        <translation>Den Cache sperren</translation>
    </message>
</context>
</TS>
