<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people have passwords past their due date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n passwords fall due within 24 hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Never set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people never chose a password of their own</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are locked after failures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people reach logs or settings with a password alone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts have not logged in for 90 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours from %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours for %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failures in 24 hours; the usual is %1 a day</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The last sync was %n hours ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventDetailText</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaf of the signed head of %1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleFilterText</name>
    <message>
        <source>“%1:” takes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1:” is not a key of this list. Use password:, status:, mfa:, department: or role:, or plain words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonDetailText</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No login of this person is in the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events, %2 failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your policy: a change every %n days.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your policy: no periodic change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a password change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exempt until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::Console</name>
    <message>
        <source>Not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another back end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key in the operating system&apos;s key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache opens by itself on this computer from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the key in the operating system&apos;s key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache asks for its passphrase from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::Demo</name>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A back end of its own with 60 people and 90 days of login history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo did not start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::DemoBackend</name>
    <message>
        <source>The demo back end did not say where it is and how to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo back end ended with status %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo back end was not ready within two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::DemoScript</name>
    <message>
        <source>Waited in vain: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has no &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page &quot;%1&quot; is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the preview of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the report %1 is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the console notices that the back end is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the unlock page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::Options</name>
    <message>
        <source>Administration and audit console for business telephony</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::Pages</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::PassphraseFd</name>
    <message>
        <source>Nothing could be read from file descriptor %1 of --passphrase-fd. Give it a line, for example with 3&lt;file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::Screenshots</name>
    <message>
        <source>The screenshot %1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; was not complete at %2 within the time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::app::SessionShell</name>
    <message>
        <source>an authority of the operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the authority accepted for this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its fingerprint, accepted by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking who you are and what may be seen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching people…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the signed head of the log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telling the back end about exports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching events: %1 of %2, %3 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new since the last sync; the log verifies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new events verified and cached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync was stopped; the next one goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::AddressStep</name>
    <message>
        <source>Back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console talks to your telephony back end over TLS only. Its operator gives you the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pbx.example.com or pbx.example.com:8443</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the back end&apos;s certificate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::Assistant</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cache · step %1 of 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First connection · step %1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache of %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::AttentionList</name>
    <message>
        <source>Nothing needs a decision right now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::BarChart</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5 in all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::CertificateStep</name>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I &amp;compared the fingerprint with the operator&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I compared the fingerprint with the operator&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain, host name and dates verify with an authority that is trusted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certificate comes from an authority that this machine does not know, as is usual for a back end of your own. Ask its operator for the SHA-256 fingerprint and compare every pair; from then on the console accepts exactly this certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certificate cannot be accepted: %1 Go back and check the address, or ask the operator to put the certificate right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page or do something…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::ConnectionPopover</name>
    <message>
        <source>Connection details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::DetailPanel</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::EventModel</name>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::LoginLogPage</name>
    <message>
        <source>Filter the login log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type to narrow, Tab completes: outcome:failure since:7d ip:203.0.113.0/24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a report of the events that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an event to see where it came from and its proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole &amp;time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the proof of the shown event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login log appears here after the first sync. Press Sync now above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event of the cache fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to zoom · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf, path and signed head as JSON, for another verifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the proof of event #%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::MainWindow</name>
    <message>
        <source>Look: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::NavigationRail</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::NewPasswordStep</name>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The back end asks for a new password before you go on: yours was given to you, or is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::NewSecretStep</name>
    <message>
        <source>This is not the same as above. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::OverviewPage</name>
    <message>
        <source>Passwords overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed logins, 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins, 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins and failures, last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Sync now above: people and the login log come here, encrypted and verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n addresses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 times the usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual: %1 a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n active accounts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fresh</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never set</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rotated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events match the signed head of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache holds %1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::PassphraseStep</name>
    <message>
        <source>Encrypted cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is kept on this machine, encrypted, so that you can review it without a network. The passphrase opens it; it is not your password and is never sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open it by itself when I am signed in to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key in the operating system&apos;s key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a second key in the operating system&apos;s key store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the encrypted cache… deriving its key takes a moment on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create the cache</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::PeopleModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last login (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::PeoplePage</name>
    <message>
        <source>Filter people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, department, role, password:overdue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person to see their password, role and logins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync once to bring the list of people here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People appear here after the first sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never set</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::ProfileChooser</name>
    <message>
        <source>Choose a back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a back end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the running work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::RailItem</name>
    <message numerus="yes">
        <source>%n item(s) need action</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lw::ui::RecoverySheet</name>
    <message>
        <source>Linewarden recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key opens the encrypted cache when the passphrase is lost. Whoever holds it can read the log. Keep it on paper in a safe place, away from the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::RecoveryStep</name>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the passphrase is lost, only this key opens the cache. It is shown this once and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I &amp;stored the recovery key in a safe place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a sheet to &amp;print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I stored the recovery key in a safe place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1. Print it or move it away from this computer, then delete the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::ReportScope</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Login activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password &amp;rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every login, failure, lock and logout of the period, with address and agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody&apos;s password age and due date against the policy, with exemptions and their reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period and filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole days, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything; narrow it with outcome:failure, person:ann.lee, ip:203.0.113.0/24…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PDF for people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;CSV for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF/A with chart, scope and page numbers; the text can be searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row as RFC 4180, UTF-8, times in UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day is after the last day. Choose an earlier first day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::ReportsPage</name>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed head of %1 events, verified %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet: sync first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking a log away is itself an event of the audit log (PCI DSS 10.2.1.3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking a log away is itself an event of the audit log (PCI DSS 10.2.1.3). You are offline: it is queued and recorded at the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls it serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 27001 A.8.15, A.8.17 · SOC 2 CC7.2 · PCI DSS 10.2.1, 10.2.2, 10.4.1 · NIST AU-2, AU-3, AU-6. Cited, not certified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 27001 A.5.17, A.8.5 · SOC 2 CC6.1 · PCI DSS 8.3.6, 8.3.7, 8.3.9 · NIST IA-5. Cited, not certified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; no file was written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::SecretEdit</name>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+R shows or hides what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::SignInDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at the certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::SignInStep</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your own account of the telephony back end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short name of the company, such as acme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits from your authenticator app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::StatePill</name>
    <message>
        <source>Connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::StateText</name>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing cached yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline and nothing is cached yet. Sign in to fetch the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline. Everything here comes from the cache of %1, %2 old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events, signature and consistency verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::Step</name>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::StrengthMeter</name>
    <message>
        <source>At least %1 characters; several unrelated words make a good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Strength: %1, %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Strength: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::TamperAlert</name>
    <message>
        <source>&amp;Save the evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this means: the back end, or somebody who holds its key, no longer shows the log that it signed before. Nothing new was taken over; the cache still holds the log as it was last verified. Do not clear this up by syncing anew: keep both signed heads, tell your auditor, and ask the operator of the back end to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed head that was verified before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed head that was shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log was tampered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none: this was the first sync)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none came)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::TimeText</name>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::TopBar</name>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the cache and wipe its key from memory (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the &amp;key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it aside and start anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other back end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log on this machine is encrypted. It opens without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key, with or without its dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking… deriving the key takes a moment on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the operating system&apos;s key store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Type the passphrase instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a new cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged cache of %1 is renamed and kept; a new one is made and synced from the back end. What only the old cache held is not in the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file and its secrets stay as they are; the old passphrase still belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep aside, start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the damaged cache aside…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::Words</name>
    <message>
        <source>Logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MFA passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MFA failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password change failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MFA set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the back end itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claimed name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take logs and reports away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see settings and policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change one&apos;s own password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>within 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>exempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at next sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a change every 90 days while the password is the only factor; met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a change every 90 days while the password is the only factor; not met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not ask for rotation here: there is a second factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 advises against periodic changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 agrees: no periodic changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for at least %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks that the last %2 passwords cannot come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a lock after at most %2 failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks that well-known passwords are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a change every %2 days while the password is the only factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too easy to guess: use several unrelated words, or more characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use your own name, your login name or the company&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the character that cannot be typed on every keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again: it holds broken characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lw::ui::Workspace</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync did not finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the cache</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
