<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Executive</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish {count}</source>
        <translation>{count} veröffentlichen</translation>
    </message>
    <message>
        <source>Publish {count} of {of}</source>
        <translation>{count} von {of} veröffentlichen</translation>
    </message>
    <message>
        <source>{publish} by hand</source>
        <translation>{publish}, von Hand</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>{count} hints</source>
        <translation>{count} Hinweise</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Nichts ist angekreuzt.</translation>
    </message>
    <message>
        <source>Nothing is due now: tick what is to leave all the same.</source>
        <translation>Jetzt ist nichts fällig: ankreuzen, was trotzdem hinaus soll.</translation>
    </message>
    <message>
        <source>Nothing is due before {time} UTC: tick what is to leave all the same.</source>
        <translation>Vor {time} UTC ist nichts fällig: ankreuzen, was trotzdem hinaus soll.</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Kein Problem</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>{what} blocked: 1 problem (F8)</source>
        <translation>{what} gesperrt: 1 Problem (F8)</translation>
    </message>
    <message>
        <source>{what} blocked: {count} problems (F8)</source>
        <translation>{what} gesperrt: {count} Probleme (F8)</translation>
    </message>
    <message>
        <source>Back to {phase}: why?</source>
        <translation>Zurück zu {phase}: warum?</translation>
    </message>
    <message>
        <source>Go back to {phase}</source>
        <translation>Zurück zu {phase}</translation>
    </message>
    <message>
        <source>Severity {old} → {new}: why?</source>
        <translation>Schweregrad {old} → {new}: warum?</translation>
    </message>
    <message>
        <source>Change to {new}</source>
        <translation>Auf {new} ändern</translation>
    </message>
    <message>
        <source>Just became due: {titles}</source>
        <translation>Soeben fällig geworden: {titles}</translation>
    </message>
    <message>
        <source>Skip {title}: why?</source>
        <translation>{title} auslassen: warum?</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>for example everybody is on the call</source>
        <translation>zum Beispiel: alle sind in der Telefonkonferenz</translation>
    </message>
    <message>
        <source>It stands in the timeline. The message is due again at its next time, or at the next change.</source>
        <translation>Es steht im Ablauf. Die Meldung ist zur nächsten Zeit oder bei der nächsten Änderung wieder fällig.</translation>
    </message>
    <message>
        <source>{title}: slower for this incident</source>
        <translation>{title}: langsamer bei diesem Vorfall</translation>
    </message>
    <message>
        <source>&amp;Skip with a reason…</source>
        <translation>&amp;Auslassen, mit Grund …</translation>
    </message>
    <message>
        <source>S&amp;lower for this incident…</source>
        <translation>&amp;Langsamer bei diesem Vorfall …</translation>
    </message>
    <message>
        <source>&amp;Back to the plan&apos;s rhythm</source>
        <translation>&amp;Zurück zum Takt des Plans</translation>
    </message>
    <message>
        <source>nobody by itself: you paste it there, and mark it as sent</source>
        <translation>niemand von selbst: Sie fügen es dort ein und markieren es als gesendet</translation>
    </message>
    <message>
        <source>can&apos;t be told: {trouble}</source>
        <translation>nicht feststellbar: {trouble}</translation>
    </message>
    <message>
        <source>first {count}, then it asks you</source>
        <translation>zuerst {count}, dann fragt es Sie</translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation>{count}: {names}</translation>
    </message>
    <message>
        <source>{file}, changed {age} ago ({time})</source>
        <translation>{file}, geändert vor {age} ({time})</translation>
    </message>
    <message>
        <source>Named a second time and left out: {count} (line {lines})</source>
        <translation>Zweimal genannt und ausgelassen: {count} (Zeile {lines})</translation>
    </message>
    <message>
        <source>Without a name: {count}</source>
        <translation>Ohne Namen: {count}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tagen</translation>
    </message>
    <message>
        <source>{readers}; and everyone in {name}</source>
        <translation>{readers}; und alle in {name}</translation>
    </message>
    <message>
        <source>everyone who reads it; its subscribers are told</source>
        <translation>alle, die sie lesen; Abonnenten werden benachrichtigt</translation>
    </message>
    <message>
        <source>everyone who reads it; no subscriber is told</source>
        <translation>alle, die sie lesen; kein Abonnent wird benachrichtigt</translation>
    </message>
    <message>
        <source>everyone in the channel; to a new one {count} are invited</source>
        <translation>alle im Kanal; in einen neuen werden {count} eingeladen</translation>
    </message>
    <message>
        <source>everyone in the channel</source>
        <translation>alle im Kanal</translation>
    </message>
    <message>
        <source>everyone in {name}</source>
        <translation>alle in {name}</translation>
    </message>
    <message>
        <source>the executives on your list</source>
        <translation>die Leitung auf Ihrer Liste</translation>
    </message>
    <message>
        <source>the customers on your list, a mail each</source>
        <translation>die Kunden auf Ihrer Liste, je eine E-Mail</translation>
    </message>
    <message>
        <source>who follows the incident there</source>
        <translation>wer dem Vorfall dort folgt</translation>
    </message>
    <message>
        <source>nobody: it is handed to you to paste</source>
        <translation>niemand: Sie erhalten den Text zum Einfügen</translation>
    </message>
    <message>
        <source>practice status page</source>
        <translation>Übungs-Statusseite</translation>
    </message>
    <message>
        <source>Nothing leaves by itself: you paste each text and mark it as sent.</source>
        <translation>Nichts geht von selbst hinaus: Sie fügen jeden Text ein und vermerken ihn als gesendet.</translation>
    </message>
    <message>
        <source>There is no hold: it leaves at once.</source>
        <translation>Keine Wartezeit: Es geht sofort hinaus.</translation>
    </message>
    <message>
        <source>Held for {seconds:g} seconds: nothing leaves before, Esc takes it back.</source>
        <translation>{seconds:g} Sekunden Wartezeit: Vorher geht nichts hinaus, Esc nimmt es zurück.</translation>
    </message>
    <message>
        <source>nobody: the practice page on this computer has no subscribers</source>
        <translation>niemand: Die Übungsseite auf diesem Rechner hat keine Abonnenten</translation>
    </message>
    <message>
        <source>nobody: it goes into a transcript on this computer</source>
        <translation>niemand: Es kommt in eine Mitschrift auf diesem Rechner</translation>
    </message>
    <message>
        <source>nobody: files for {count} made-up addresses ({names})</source>
        <translation>niemand: Dateien für {count} erdachte Adressen ({names})</translation>
    </message>
    <message>
        <source>everyone who reads it; its {count} subscribers are told (counted {time})</source>
        <translation>alle, die sie lesen; {count} Abonnenten werden benachrichtigt (gezählt {time})</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>&amp;Publish {count} in practice</source>
        <translation>{count} in Übung &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Publish {count} to LIVE</source>
        <translation>{count} LIVE &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>First public message of this incident</source>
        <translation>Erste öffentliche Meldung zu diesem Vorfall</translation>
    </message>
    <message>
        <source>Mail to customers</source>
        <translation>E-Mail an Kunden</translation>
    </message>
    <message>
        <source>No time for the next update is named.</source>
        <translation>Für die nächste Meldung ist keine Zeit genannt.</translation>
    </message>
    <message>
        <source>&amp;Insert “next update by {time} UTC”</source>
        <translation>„next update by {time} UTC“ &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Publish {count} by hand</source>
        <translation>{count} von Hand &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>The page will say, under “{title}”</source>
        <translation>Die Seite sagt dann, unter „{title}“</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>nobody: files on this computer for {people}</source>
        <translation>niemand: Dateien auf diesem Rechner für {people}</translation>
    </message>
    <message>
        <source>The mail will say</source>
        <translation>Die E-Mail sagt dann</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Verlangsamen</translation>
    </message>
    <message>
        <source>for example waiting for the bank, nothing changes within the hour</source>
        <translation>zum Beispiel: Wir warten auf die Bank, binnen einer Stunde ändert sich nichts</translation>
    </message>
    <message>
        <source>The plan says every {minutes} minutes. This incident alone is slowed.</source>
        <translation>Der Plan sagt alle {minutes} Minuten. Nur dieser Vorfall wird verlangsamt.</translation>
    </message>
    <message>
        <source>Taking it live…</source>
        <translation>Wird in LIVE übernommen …</translation>
    </message>
    <message>
        <source>Incident channel, declarations, updates</source>
        <translation>Vorfallkanal, Erst- und Folgemeldungen</translation>
    </message>
    <message>
        <source>Public status</source>
        <translation>Öffentlicher Status</translation>
    </message>
    <message>
        <source>Customer email</source>
        <translation>Kunden-E-Mail</translation>
    </message>
    <message>
        <source>Executive notification</source>
        <translation>Mitteilung an die Leitung</translation>
    </message>
    <message>
        <source>Mail to customers or executives</source>
        <translation>E-Mail an Kunden oder Leitung</translation>
    </message>
    <message>
        <source>Who gets customer email</source>
        <translation>Wer Kunden-E-Mails bekommt</translation>
    </message>
    <message>
        <source>Who gets the executive notification</source>
        <translation>Wer die Mitteilung an die Leitung bekommt</translation>
    </message>
    <message>
        <source>Start from an alert, status updates, paging</source>
        <translation>Beginn aus einem Alarm, Statusmeldungen, Rufe</translation>
    </message>
    <message>
        <source>Public status without a vendor</source>
        <translation>Öffentlicher Status ohne Anbieter</translation>
    </message>
    <message>
        <source>The way out of your network</source>
        <translation>Der Weg aus Ihrem Netz</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Empty: the usual one. https:// only.</source>
        <translation>Leer: die übliche. Nur https://.</translation>
    </message>
    <message>
        <source>Mailed by</source>
        <translation>Versand über</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Bot-Token</translation>
    </message>
    <message>
        <source>Incoming webhook: can only post</source>
        <translation>Eingehender Webhook: kann nur schreiben</translation>
    </message>
    <message>
        <source>Slack › your app › OAuth &amp; Permissions; for a webhook its whole address</source>
        <translation>Slack › Ihre App › OAuth &amp; Permissions; bei einem Webhook seine ganze Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Invited to each incident channel</source>
        <translation>In jeden Vorfallkanal eingeladen</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Statuspage › your avatar › API info</source>
        <translation>Statuspage › Ihr Avatar › API info</translation>
    </message>
    <message>
        <source>Page id</source>
        <translation>Seitenkennung</translation>
    </message>
    <message>
        <source>SendGrid › Settings › API Keys; it needs mail.send</source>
        <translation>SendGrid › Settings › API Keys; er braucht mail.send</translation>
    </message>
    <message>
        <source>Mail comes from</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>PagerDuty › Integrations › API Access Keys</source>
        <translation>PagerDuty › Integrations › API Access Keys</translation>
    </message>
    <message>
        <source>Acting as (email)</source>
        <translation>Handelt als (E-Mail)</translation>
    </message>
    <message>
        <source>None, for this computer alone</source>
        <translation>Keine, nur für diesen Rechner</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Empty where the server asks for none</source>
        <translation>Leer, wenn der Server keinen verlangt</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Own certificate authority</source>
        <translation>Eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>File of recipients</source>
        <translation>Empfängerdatei</translation>
    </message>
    <message>
        <source>CSV with the columns email and name</source>
        <translation>CSV mit den Spalten email und name</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Posted there too, or alone where no recipient is named</source>
        <translation>Auch dort gepostet, oder nur dort, wo kein Empfänger genannt ist</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Put its files on any web server</source>
        <translation>Seine Dateien auf einen Webserver legen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Where readers find it</source>
        <translation>Wo die Leser sie finden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty where the proxy asks for none</source>
        <translation>Leer, wenn der Proxy keinen verlangt</translation>
    </message>
    <message>
        <source>Internal. It names the Slack channel, and never reaches the public.</source>
        <translation>Intern. Nach ihm heißt der Slack-Kanal; an die Öffentlichkeit gelangt er nie.</translation>
    </message>
    <message>
        <source>Impact started</source>
        <translation>Beginn der Störung</translation>
    </message>
    <message>
        <source>When customers began to be hurt, such as 13:52 or 10 min ago.</source>
        <translation>Seit wann Kunden betroffen sind, etwa 13:52 oder vor 10 min.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Whom to call.</source>
        <translation>Wen man anruft.</translation>
    </message>
    <message>
        <source>PagerDuty incident</source>
        <translation>PagerDuty-Vorfall</translation>
    </message>
    <message>
        <source>Its id, such as PT4KHLK, or its address. Status updates then go there too.</source>
        <translation>Seine Kennung, etwa PT4KHLK, oder seine Adresse. Statusmeldungen gehen dann auch dorthin.</translation>
    </message>
    <message>
        <source>Slack channel</source>
        <translation>Slack-Kanal</translation>
    </message>
    <message>
        <source>Made from the title. Type another name to make that one, or to use one that exists.</source>
        <translation>Aus dem Titel gebildet. Ein anderer Name legt jenen Kanal an oder nimmt einen, den es schon gibt.</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>What customers notice, in public words.</source>
        <translation>Was Kunden bemerken, in öffentlichen Worten.</translation>
    </message>
    <message>
        <source>By hand: {title}</source>
        <translation>Von Hand: {title}</translation>
    </message>
    <message>
        <source>Slack does not take it: reach responders another way</source>
        <translation>Slack nimmt es nicht an: die Helfenden anders erreichen</translation>
    </message>
    <message>
        <source>Compose the update, and publish it as usual.</source>
        <translation>Verfassen Sie das Update und veröffentlichen Sie es wie gewohnt.</translation>
    </message>
    <message>
        <source>A window on {home} is open already (process {process}), and it does not answer.</source>
        <translation>Für {home} ist schon ein Fenster offen (Prozess {process}), und es antwortet nicht.</translation>
    </message>
    <message>
        <source>Close that window, or end its process, and start again.</source>
        <translation>Schließen Sie jenes Fenster oder beenden Sie seinen Prozess, und starten Sie neu.</translation>
    </message>
    <message>
        <source>Remove your own copy of “{name}”? The shipped template counts again. What is in your copy is kept in a file beside it.</source>
        <translation>Ihre eigene Kopie von „{name}“ entfernen? Dann gilt wieder die mitgelieferte Vorlage. Der Inhalt Ihrer Kopie bleibt in einer Datei daneben erhalten.</translation>
    </message>
    <message>
        <source>{words} What you typed and did not save is lost.</source>
        <translation>{words} Was Sie getippt und nicht gespeichert haben, geht verloren.</translation>
    </message>
    <message>
        <source>Remove my copy</source>
        <translation>Meine Kopie entfernen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Going back from {old} to {new} asks for a reason: choose the phase again.</source>
        <translation>Zurück von {old} zu {new} braucht einen Grund: die Phase noch einmal wählen.</translation>
    </message>
    <message>
        <source>Changing the severity from {old} to {new} asks for a reason: choose the severity again.</source>
        <translation>Schweregrad {old} zu {new} braucht einen Grund: den Schweregrad noch einmal wählen.</translation>
    </message>
    <message>
        <source>practice, on this computer</source>
        <translation>Übung, auf diesem Rechner</translation>
    </message>
    <message>
        <source>not connected, by hand</source>
        <translation>nicht verbunden, von Hand</translation>
    </message>
    <message>
        <source>connected, and something is missing: {what}</source>
        <translation>verbunden, aber etwas fehlt: {what}</translation>
    </message>
    <message>
        <source>connected, not checked yet</source>
        <translation>verbunden, noch nicht geprüft</translation>
    </message>
    <message>
        <source>connected, checked {time}</source>
        <translation>verbunden, geprüft {time}</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Executives</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Static status page</source>
        <translation>Statische Statusseite</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>1 reader</source>
        <translation>1 Leser</translation>
    </message>
    <message>
        <source>{count} readers</source>
        <translation>{count} Leser</translation>
    </message>
    <message>
        <source>changed within the hour</source>
        <translation>vor weniger als 1 h geändert</translation>
    </message>
    <message>
        <source>changed {count} h ago</source>
        <translation>vor {count} h geändert</translation>
    </message>
    <message>
        <source>changed {count} days ago</source>
        <translation>vor {count} Tagen geändert</translation>
    </message>
    <message>
        <source>webhook at {host}</source>
        <translation>Webhook bei {host}</translation>
    </message>
    <message>
        <source>page {id}</source>
        <translation>Seite {id}</translation>
    </message>
    <message>
        <source>from {sender}</source>
        <translation>von {sender}</translation>
    </message>
    <message>
        <source>acting as {sender}</source>
        <translation>handelt als {sender}</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>{server}:{port}, {how}, from {sender}</source>
        <translation>{server}:{port}, {how}, von {sender}</translation>
    </message>
    <message>
        <source>by {account}</source>
        <translation>über {account}</translation>
    </message>
    <message>
        <source>Slack {name}</source>
        <translation>Slack {name}</translation>
    </message>
    <message>
        <source>{what}; no list of readers uses it yet</source>
        <translation>{what}; noch von keiner Empfängerliste benutzt</translation>
    </message>
    <message>
        <source>This incident was changed meanwhile from another place, so nothing was published.</source>
        <translation>Dieser Vorfall wurde inzwischen anderswo geändert, darum wurde nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>What you typed stands there. Look at the messages again: now they show the incident as it is.</source>
        <translation>Was Sie getippt haben, steht noch da. Sehen Sie die Nachrichten noch einmal an: jetzt zeigen sie den Vorfall, wie er ist.</translation>
    </message>
    <message>
        <source>Executive email</source>
        <translation>E-Mail an die Leitung</translation>
    </message>
    <message>
        <source>It may have arrived.</source>
        <translation>Es kann angekommen sein.</translation>
    </message>
    <message>
        <source>Slack can be edited: the post gets other words, and a labelled correction follows it.</source>
        <translation>Slack lässt sich ändern: Der Post erhält andere Worte, und eine gekennzeichnete Berichtigung folgt.</translation>
    </message>
    <message>
        <source>This post can&apos;t be edited from here; a labelled correction follows it.</source>
        <translation>Dieser Post lässt sich von hier nicht ändern; eine gekennzeichnete Berichtigung folgt.</translation>
    </message>
    <message>
        <source>An update can be edited, but not deleted, and its status can&apos;t change. A labelled correction is added with the right status and components.</source>
        <translation>Ein Update lässt sich ändern, aber nicht löschen, und sein Status bleibt. Eine gekennzeichnete Berichtigung mit richtigem Status und richtigen Komponenten kommt hinzu.</translation>
    </message>
    <message>
        <source>Mail can&apos;t be unsent. Nobody got this one, so nobody needs a correction.</source>
        <translation>E-Mails lassen sich nicht zurückholen. Diese hat niemand erhalten, also braucht niemand eine Berichtigung.</translation>
    </message>
    <message>
        <source>It is still leaving. Wait for it, or pause it under the last round.</source>
        <translation>Es geht noch hinaus. Warten Sie, oder halten Sie es unter der letzten Runde an.</translation>
    </message>
    <message>
        <source>It can&apos;t be changed and has no correction of its own: the next one puts it right.</source>
        <translation>Es lässt sich nicht ändern und hat keine eigene Berichtigung: Die nächste Meldung stellt es richtig.</translation>
    </message>
    <message>
        <source>Mail can&apos;t be unsent. A correction goes to the same list.</source>
        <translation>E-Mails lassen sich nicht zurückholen. Eine Berichtigung geht an dieselbe Liste.</translation>
    </message>
    <message>
        <source>Mail can&apos;t be unsent.</source>
        <translation>E-Mails lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Paused: {count} copies have not left, and never will once this is put right.</source>
        <translation>Angehalten: {count} Kopien sind nicht hinausgegangen und gehen nach der Richtigstellung nie hinaus.</translation>
    </message>
    <message>
        <source>It is still leaving: {count} copies are left. Pause it first.</source>
        <translation>Sie geht noch hinaus: {count} Kopien fehlen noch. Halten Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>A correction goes to exactly the {count} who got it.</source>
        <translation>Eine Berichtigung geht an genau die {count}, die sie erhielten.</translation>
    </message>
    <message>
        <source>A correction goes to exactly the {count} who got it, and to {more} who may have:</source>
        <translation>Eine Berichtigung geht an genau die {count}, die sie erhielten, und an {more}, die sie erhalten haben können:</translation>
    </message>
    <message>
        <source>A labelled correction is the default; what can be edited gets the right words too.</source>
        <translation>Üblich ist eine gekennzeichnete Berichtigung; was sich ändern lässt, erhält auch die richtigen Worte.</translation>
    </message>
    <message>
        <source>The correction carries the right phase everywhere; a resolved incident is open again.</source>
        <translation>Die Berichtigung trägt überall die richtige Phase; ein behobener Vorfall ist wieder offen.</translation>
    </message>
    <message>
        <source>The correction goes where the message went; its words go into the draft of the right incident.</source>
        <translation>Die Berichtigung geht dorthin, wohin die Meldung ging; deren Worte kommen in den Entwurf des richtigen Vorfalls.</translation>
    </message>
    <message>
        <source>There the incident is closed with a correction and its components go back. Nothing more of it goes to that page.</source>
        <translation>Dort wird der Vorfall mit einer Berichtigung geschlossen, und seine Komponenten gehen zurück. Auf diese Seite geht nichts mehr davon.</translation>
    </message>
    <message>
        <source>All of it is done in one act, and stands in the record with your name and reason.</source>
        <translation>Alles geschieht auf einmal und steht mit Ihrem Namen und Grund im Protokoll.</translation>
    </message>
    <message>
        <source>Tick where the wrong text went.</source>
        <translation>Kreuzen Sie an, wohin der falsche Text ging.</translation>
    </message>
    <message>
        <source>Leave out the page on which the incident belongs.</source>
        <translation>Lassen Sie die Seite aus, auf die der Vorfall gehört.</translation>
    </message>
    <message>
        <source>Choose the phase in which the incident really is.</source>
        <translation>Wählen Sie die Phase, in der der Vorfall wirklich ist.</translation>
    </message>
    <message>
        <source>Say what was wrong, and what is right.</source>
        <translation>Sagen Sie, was falsch war und was richtig ist.</translation>
    </message>
    <message>
        <source>Change the words, or say a correction.</source>
        <translation>Ändern Sie die Worte, oder sagen Sie eine Berichtigung.</translation>
    </message>
    <message>
        <source>Say why it is put right.</source>
        <translation>Sagen Sie, warum es richtiggestellt wird.</translation>
    </message>
    <message>
        <source>open here already: {title}</source>
        <translation>hier schon offen: {title}</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>the mail</source>
        <translation>die E-Mail</translation>
    </message>
    <message>
        <source>{file} line {line}</source>
        <translation>{file} Zeile {line}</translation>
    </message>
    <message>
        <source>This computer has no keyring (Secret Service) that is running.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbund (Secret Service).</translation>
    </message>
    <message>
        <source>There is no {what} for {account} at {host}.</source>
        <translation>{what} für {account} bei {host} fehlt.</translation>
    </message>
    <message>
        <source>The keyring of this system can&apos;t be used ({error}): it may be locked.</source>
        <translation>Der Schlüsselbund dieses Systems lässt sich nicht benutzen ({error}): Vielleicht ist er gesperrt.</translation>
    </message>
    <message>
        <source>The keyring of this system did not answer within {seconds} s.</source>
        <translation>Der Schlüsselbund dieses Systems hat nicht innerhalb von {seconds} s geantwortet.</translation>
    </message>
    <message>
        <source>No {what} was given for {account}.</source>
        <translation>{what} für {account} wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>The {what} for {account} has more than {count} characters.</source>
        <translation>{what} für {account} hat mehr als {count} Zeichen.</translation>
    </message>
    <message>
        <source>The {what} for {account} has control characters in it, so it can&apos;t be right.</source>
        <translation>{what} für {account} enthält Steuerzeichen und kann nicht stimmen.</translation>
    </message>
    <message>
        <source>The {what} for {account} has spaces, control characters and letters outside ASCII in it, so it can&apos;t be right.</source>
        <translation>{what} für {account} enthält Leerzeichen, Steuerzeichen oder Buchstaben außerhalb von ASCII und kann nicht stimmen.</translation>
    </message>
    <message>
        <source>The webhook address for {account} must begin with https://{host}/.</source>
        <translation>Die Webhook-Adresse für {account} muss mit https://{host}/ beginnen.</translation>
    </message>
    <message>
        <source>Workspace {name} ({url}).</source>
        <translation>Arbeitsbereich {name} ({url}).</translation>
    </message>
    <message>
        <source>Scopes: {scopes}.</source>
        <translation>Berechtigungen (Scopes): {scopes}.</translation>
    </message>
    <message>
        <source>Slack does not say which scopes the token has.</source>
        <translation>Slack sagt nicht, welche Berechtigungen (Scopes) der Zugangsschlüssel hat.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t post. Add it to the app, and install it again.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}: Er kann nicht schreiben. Fügen Sie diese Berechtigung der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t make an incident&apos;s channel, set its topic or invite people. Add it to the app, and install it again.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}: Er kann keinen Kanal für einen Vorfall anlegen, kein Thema setzen und niemanden einladen. Fügen Sie diese Berechtigung der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t find a channel by its name. Add it to the app, and install it again.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}: Er findet keinen Kanal nach seinem Namen. Fügen Sie diese Berechtigung der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t join a channel that somebody else made. Add it to the app, and install it again.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}: Er kann keinem Kanal beitreten, den jemand anders angelegt hat. Fügen Sie diese Berechtigung der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t find out whether a message arrived whose answer was lost. Add it to the app, and install it again.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}: Er kann nicht nachsehen, ob eine Meldung angekommen ist, deren Antwort verloren ging. Fügen Sie diese Berechtigung der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t pin the declaration. Add it to the app, and install it again.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}: Er kann die Erstmeldung nicht anheften. Fügen Sie diese Berechtigung der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>A webhook can only post to its one channel: no channel is made, nothing is pinned, corrected or looked up.</source>
        <translation>Ein Webhook kann nur in seinen einen Kanal schreiben: Es wird kein Kanal angelegt und nichts angeheftet, berichtigt oder nachgesehen.</translation>
    </message>
    <message>
        <source>There is no Slack channel {channel}, or the app can&apos;t see it. Invite the app to it.</source>
        <translation>Den Slack-Kanal {channel} gibt es nicht, oder die App sieht ihn nicht. Laden Sie die App in ihn ein.</translation>
    </message>
    <message>
        <source>The Slack channel {channel} is archived. Name another one.</source>
        <translation>Der Slack-Kanal {channel} ist archiviert. Nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no Slack workspace to post to {channel}; a webhook posts to its own channel alone. Connect Slack by its token.</source>
        <translation>Es gibt keinen Slack-Arbeitsbereich, um in {channel} zu schreiben; ein Webhook schreibt nur in seinen eigenen Kanal. Verbinden Sie Slack mit seinem Zugangsschlüssel.</translation>
    </message>
    <message>
        <source>Slack {channel}, by {account}.</source>
        <translation>Slack {channel}, über {account}.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). Enter the token again under Connections.</source>
        <translation>Slack hat abgelehnt ({error}). Geben Sie den Zugangsschlüssel unter Verbindungen neu ein.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). The token was revoked. Enter a new one under Connections.</source>
        <translation>Slack hat abgelehnt ({error}). Der Zugangsschlüssel wurde widerrufen. Geben Sie unter Verbindungen einen neuen ein.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). The token has expired. Enter a new one under Connections.</source>
        <translation>Slack hat abgelehnt ({error}). Der Zugangsschlüssel ist abgelaufen. Geben Sie unter Verbindungen einen neuen ein.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). The token&apos;s account is no longer active. Enter a new token under Connections.</source>
        <translation>Slack hat abgelehnt ({error}). Das Konto des Zugangsschlüssels ist nicht mehr aktiv. Geben Sie unter Verbindungen einen neuen ein.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). Ask an administrator of the workspace.</source>
        <translation>Slack hat abgelehnt ({error}). Fragen Sie einen Administrator des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). Install the app again.</source>
        <translation>Slack hat abgelehnt ({error}). Installieren Sie die App neu.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}). The token lacks {scope}. Add the scope to the app, and install it again.</source>
        <translation>Slack hat abgelehnt ({error}). Dem Zugangsschlüssel fehlt {scope}. Fügen Sie der App diese Berechtigung (Scope) hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>Slack failed ({error}).</source>
        <translation>Bei Slack ist etwas fehlgeschlagen ({error}).</translation>
    </message>
    <message>
        <source>Slack asks for a pause.</source>
        <translation>Slack bittet um eine Pause.</translation>
    </message>
    <message>
        <source>The answer is not Slack&apos;s: something on the way may have given it. Consider a new token.</source>
        <translation>Die Antwort ist nicht von Slack: Etwas auf dem Weg dorthin kann sie gegeben haben. Erwägen Sie einen neuen Zugangsschlüssel.</translation>
    </message>
    <message>
        <source>Page {name}.</source>
        <translation>Seite {name}.</translation>
    </message>
    <message>
        <source>{components} components in {groups} groups.</source>
        <translation>{components} Komponenten in {groups} Gruppen.</translation>
    </message>
    <message>
        <source>{count} subscribers.</source>
        <translation>{count} Abonnenten.</translation>
    </message>
    <message>
        <source>The page has no component “{name}”. Add it there, or give it the page&apos;s name in the plan.</source>
        <translation>Die Seite hat keine Komponente „{name}“. Fügen Sie sie dort hinzu, oder nennen Sie sie im Plan so wie auf der Seite.</translation>
    </message>
    <message>
        <source>The answer is not Statuspage&apos;s: something on the way may have given it. Consider a new API key.</source>
        <translation>Die Antwort ist nicht von Statuspage: Etwas auf dem Weg dorthin kann sie gegeben haben. Erwägen Sie einen neuen API-Schlüssel.</translation>
    </message>
    <message>
        <source>The page is written to {folder}.</source>
        <translation>Die Seite wird nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>Everything is written as {sender}.</source>
        <translation>Alles wird als {sender} geschrieben.</translation>
    </message>
    <message>
        <source>{sender} is no user of the account, and PagerDuty takes nothing from others. Set from to a user&apos;s address.</source>
        <translation>{sender} ist kein Benutzer des Kontos, und PagerDuty nimmt von anderen nichts an. Tragen Sie bei „Handelt als“ die Adresse eines Benutzers ein.</translation>
    </message>
    <message>
        <source>The answer is not PagerDuty&apos;s: something on the way may have given it. Consider a new API key.</source>
        <translation>Die Antwort ist nicht von PagerDuty: Etwas auf dem Weg dorthin kann sie gegeben haben. Erwägen Sie einen neuen API-Schlüssel.</translation>
    </message>
    <message>
        <source>The key has {permissions} permissions.</source>
        <translation>Der Schlüssel hat {permissions} Berechtigungen.</translation>
    </message>
    <message>
        <source>The key lacks mail.send: it can&apos;t send. Make a key that may.</source>
        <translation>Dem Schlüssel fehlt mail.send: Er kann nicht senden. Legen Sie einen Schlüssel an, der es darf.</translation>
    </message>
    <message>
        <source>The answer is not SendGrid&apos;s.</source>
        <translation>Die Antwort ist nicht von SendGrid.</translation>
    </message>
    <message>
        <source>{host} takes mail without encryption.</source>
        <translation>{host} nimmt E-Mail unverschlüsselt an.</translation>
    </message>
    <message>
        <source>{host} takes mail encrypted.</source>
        <translation>{host} nimmt E-Mail verschlüsselt an.</translation>
    </message>
    <message>
        <source>{host} takes mail encrypted (STARTTLS).</source>
        <translation>{host} nimmt E-Mail verschlüsselt an (STARTTLS).</translation>
    </message>
    <message>
        <source>{host} takes mail without encryption, as {user}.</source>
        <translation>{host} nimmt E-Mail unverschlüsselt an, als {user}.</translation>
    </message>
    <message>
        <source>{host} takes mail encrypted, as {user}.</source>
        <translation>{host} nimmt E-Mail verschlüsselt an, als {user}.</translation>
    </message>
    <message>
        <source>{host} takes mail encrypted (STARTTLS), as {user}.</source>
        <translation>{host} nimmt E-Mail verschlüsselt an (STARTTLS), als {user}.</translation>
    </message>
    <message>
        <source>The mail server said {status} {words}. Enter the user name and password again under Connections.</source>
        <translation>Der Mailserver sagte {status} {words}. Geben Sie Benutzername und Passwort unter Verbindungen neu ein.</translation>
    </message>
    <message>
        <source>{host} takes no user name; take it out under Connections.</source>
        <translation>{host} nimmt keinen Benutzernamen an; nehmen Sie ihn unter Verbindungen heraus.</translation>
    </message>
    <message>
        <source>The identity of {host} can&apos;t be proved, so nothing was sent: {reason}. Check the host, or name its authority&apos;s file (ca_file).</source>
        <translation>{host} kann sich nicht ausweisen, deshalb wurde nichts gesendet: {reason}. Prüfen Sie den Server, oder geben Sie die Datei seiner Zertifizierungsstelle an.</translation>
    </message>
    <message>
        <source>The file {file} with the authority can&apos;t be read.</source>
        <translation>Die Datei {file} mit der Zertifizierungsstelle lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached: {reason}.</source>
        <translation>{host} ist nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <source>There is no connection {account} to carry the mail. Add it.</source>
        <translation>Es gibt keine Verbindung {account}, über die die E-Mail gehen kann. Fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>{count} readers, by {account}.</source>
        <translation>{count} Leser, über {account}.</translation>
    </message>
    <message>
        <source>What goes to other computers goes through {host}.</source>
        <translation>Was zu anderen Rechnern geht, geht über {host}.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not connect to {host}: {reason}.</source>
        <translation>Der Proxy {proxy} verbindet nicht mit {host}: {reason}.</translation>
    </message>
    <message>
        <source>The identity of {host} can&apos;t be proved, so nothing was sent: {reason}.</source>
        <translation>{host} kann sich nicht ausweisen, deshalb wurde nichts gesendet: {reason}.</translation>
    </message>
    <message>
        <source>{host} did not answer.</source>
        <translation>{host} hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>{host} took too long to answer.</source>
        <translation>{host} hat zu langsam geantwortet.</translation>
    </message>
    <message>
        <source>{host} gave no usable answer: {reason}.</source>
        <translation>{host} gab keine brauchbare Antwort: {reason}.</translation>
    </message>
    <message>
        <source>{host}, through the proxy {proxy}, did not answer.</source>
        <translation>{host} hat über den Proxy {proxy} nicht geantwortet.</translation>
    </message>
    <message>
        <source>{host}, through the proxy {proxy}, can&apos;t be reached: {reason}.</source>
        <translation>{host} ist über den Proxy {proxy} nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <source>{host}, through the proxy {proxy}, took too long to answer.</source>
        <translation>{host} hat über den Proxy {proxy} zu langsam geantwortet.</translation>
    </message>
    <message>
        <source>{host}, through the proxy {proxy}, gave no usable answer: {reason}.</source>
        <translation>{host} gab über den Proxy {proxy} keine brauchbare Antwort: {reason}.</translation>
    </message>
    <message>
        <source>The service asked for a pause.</source>
        <translation>Der Dienst hat um eine Pause gebeten.</translation>
    </message>
    <message>
        <source>The service gave no answer.</source>
        <translation>Der Dienst hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The service points to another address ({status}), which is never followed. Check its address under Connections.</source>
        <translation>Der Dienst verweist auf eine andere Adresse ({status}); dem wird nie gefolgt. Prüfen Sie seine Adresse unter Verbindungen.</translation>
    </message>
    <message>
        <source>The service asks for a pause ({status}){told}.</source>
        <translation>Der Dienst bittet um eine Pause ({status}){told}.</translation>
    </message>
    <message>
        <source>The service refused it ({status}){told}.</source>
        <translation>Der Dienst hat abgelehnt ({status}){told}.</translation>
    </message>
    <message>
        <source>The service refused it ({status}){told}. Enter its token again under Connections.</source>
        <translation>Der Dienst hat abgelehnt ({status}){told}. Geben Sie seinen Zugangsschlüssel unter Verbindungen neu ein.</translation>
    </message>
    <message>
        <source>The service refused it ({status}){told}. Check what its token may do, under Connections.</source>
        <translation>Der Dienst hat abgelehnt ({status}){told}. Prüfen Sie unter Verbindungen, was sein Zugangsschlüssel darf.</translation>
    </message>
    <message>
        <source>The service failed ({status}){told}.</source>
        <translation>Beim Dienst ist etwas fehlgeschlagen ({status}){told}.</translation>
    </message>
    <message>
        <source>expected a first line that names the columns email and name</source>
        <translation>Die erste Zeile muss die Spalten email und name nennen</translation>
    </message>
    <message>
        <source>is not CSV: {reason}</source>
        <translation>kein CSV: {reason}</translation>
    </message>
    <message>
        <source>holds no customer</source>
        <translation>enthält keinen Kunden</translation>
    </message>
    <message>
        <source>has {cells} cells where the first line has {columns}</source>
        <translation>hat {cells} Zellen, die erste Zeile hat {columns}</translation>
    </message>
    <message>
        <source>email: it is not a mail address that can be written to</source>
        <translation>email: keine E-Mail-Adresse, an die man schreiben kann</translation>
    </message>
    <message>
        <source>name: it begins like a formula of a spreadsheet</source>
        <translation>name: beginnt wie eine Formel einer Tabellenkalkulation</translation>
    </message>
    <message>
        <source>name: it is longer than 200 characters, or holds control characters</source>
        <translation>name: länger als 200 Zeichen, oder enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>can&apos;t be read: no such file or directory</source>
        <translation>lässt sich nicht lesen: Die Datei ist nicht da</translation>
    </message>
    <message>
        <source>can&apos;t be read: permission denied</source>
        <translation>lässt sich nicht lesen: Zugriff verweigert</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>is larger than 32 MiB</source>
        <translation>größer als 32 MiB</translation>
    </message>
    <message>
        <source>holds a byte that is not UTF-8; save the file as UTF-8</source>
        <translation>enthält ein Byte, das nicht UTF-8 ist; speichern Sie die Datei als UTF-8</translation>
    </message>
    <message>
        <source>Start one, such as gnome-keyring or KeePassXC, or enter the credential in the window, for this run only.</source>
        <translation>Starten Sie einen, etwa gnome-keyring oder KeePassXC, oder geben Sie den Zugangsschlüssel im Fenster ein, nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>Enter it under Connections, or with: incident-composer connections add {account}</source>
        <translation>Einzugeben unter Verbindungen oder mit: incident-composer connections add {account}</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Enter it in the form.</source>
        <translation>Geben Sie diese Angabe im Formular ein.</translation>
    </message>
    <message>
        <source>Copy it whole from the settings of the Slack app.</source>
        <translation>Kopieren Sie sie ganz aus den Einstellungen der Slack-App.</translation>
    </message>
    <message>
        <source>Set its name and password under Connections (proxy).</source>
        <translation>Tragen Sie Name und Passwort unter Verbindungen (Proxy) ein.</translation>
    </message>
    <message>
        <source>Check the address and the clock of this computer; a proxy that opens encryption needs its certificate in the system&apos;s store.</source>
        <translation>Prüfen Sie die Adresse und die Uhr dieses Rechners; ein Proxy, der Verschlüsselung öffnet, braucht sein Zertifikat im Speicher des Systems.</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>What to send now</source>
        <translation>Was jetzt zu senden ist</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Facts or previews</source>
        <translation>Angaben oder Vorschau</translation>
    </message>
    <message>
        <source>Messages and facts</source>
        <translation>Meldungen und Angaben</translation>
    </message>
    <message>
        <source>Previews and timeline</source>
        <translation>Vorschau und Ablauf</translation>
    </message>
    <message>
        <source>Severity and facts</source>
        <translation>Schweregrad und Fakten</translation>
    </message>
    <message>
        <source>Previews and messages</source>
        <translation>Vorschau und Nachrichten</translation>
    </message>
</context>
<context>
    <name>ByHandDialog</name>
    <message>
        <source>Text to paste</source>
        <translation>Text zum Einfügen</translation>
    </message>
    <message>
        <source>Paste it there, then say when it was sent. Until then it does not count as said.</source>
        <translation>Fügen Sie ihn dort ein, und sagen Sie dann, wann er gesendet wurde. Bis dahin gilt er nicht als gesagt.</translation>
    </message>
    <message>
        <source>Sent at (&amp;UTC)</source>
        <translation>Gesendet um (&amp;UTC)</translation>
    </message>
    <message>
        <source>By &amp;whom</source>
        <translation>Von &amp;wem</translation>
    </message>
    <message>
        <source>&amp;Link, where there is one</source>
        <translation>&amp;Link, wenn es einen gibt</translation>
    </message>
    <message>
        <source>for example https://status.example.com/incidents/1</source>
        <translation>zum Beispiel https://status.example.com/incidents/1</translation>
    </message>
    <message>
        <source>&amp;Mark as sent by hand</source>
        <translation>Als von Hand gesendet &amp;markieren</translation>
    </message>
    <message>
        <source>A link begins with https://.</source>
        <translation>Ein Link beginnt mit https://.</translation>
    </message>
    <message>
        <source>Say the time as hours and minutes, for example 14:36.</source>
        <translation>Sagen Sie die Zeit in Stunden und Minuten, zum Beispiel 14:36.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Changes to the shipped &amp;one</source>
        <translation>Änderungen &amp;gegenüber der mitgelieferten</translation>
    </message>
    <message>
        <source>Changes to the shipped one</source>
        <translation>Änderungen gegenüber der mitgelieferten</translation>
    </message>
    <message>
        <source>Lines: {added} added, {removed} taken away</source>
        <translation>Zeilen: {added} hinzugefügt, {removed} entfernt</translation>
    </message>
    <message>
        <source>None: it says the same.</source>
        <translation>Keine: Beide lauten gleich.</translation>
    </message>
</context>
<context>
    <name>ChannelNote</name>
    <message>
        <source>New: it is made on declaring.</source>
        <translation>Neu: Er wird beim Melden angelegt.</translation>
    </message>
    <message>
        <source>Exists: the channel of “{title}”.</source>
        <translation>Es gibt ihn: der Kanal von „{title}“.</translation>
    </message>
    <message>
        <source>Exists: nothing is made.</source>
        <translation>Es gibt ihn: Nichts wird angelegt.</translation>
    </message>
    <message>
        <source>It exists already</source>
        <translation>Es gibt ihn schon</translation>
    </message>
    <message>
        <source>Make it new</source>
        <translation>Neu anlegen</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>the whole round</source>
        <translation>die ganze Runde</translation>
    </message>
    <message>
        <source>blocks {channel}</source>
        <translation>sperrt {channel}</translation>
    </message>
    <message>
        <source>a hint</source>
        <translation>ein Hinweis</translation>
    </message>
    <message>
        <source>and {count} more (F8)</source>
        <translation>und {count} weitere (F8)</translation>
    </message>
    <message>
        <source>No message is chosen, so nothing is checked.</source>
        <translation>Keine Meldung ist gewählt, also wird nichts geprüft.</translation>
    </message>
    <message>
        <source>All fields filled, lengths fit.</source>
        <translation>Alle Felder gefüllt, alle Längen passen.</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>ComingList</name>
    <message>
        <source>Nothing is due.</source>
        <translation>Nichts ist fällig.</translation>
    </message>
</context>
<context>
    <name>CommandCard</name>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Copy: {purpose}</source>
        <translation>Kopieren: {purpose}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Places to compare</source>
        <translation>Stellen im Vergleich</translation>
    </message>
    <message>
        <source>Tick where it went: the old and the new text stand here side by side.</source>
        <translation>Kreuzen Sie an, wohin es ging: Alter und neuer Text stehen hier nebeneinander.</translation>
    </message>
    <message>
        <source>What readers have</source>
        <translation>Was die Leser haben</translation>
    </message>
    <message>
        <source>What they will have</source>
        <translation>Was sie haben werden</translation>
    </message>
    <message>
        <source>Words that go are struck through, words that come are bold and underlined.</source>
        <translation>Worte, die gehen, sind durchgestrichen; Worte, die kommen, sind fett und unterstrichen.</translation>
    </message>
</context>
<context>
    <name>ComponentsPicker</name>
    <message>
        <source>Affected components</source>
        <translation>Betroffene Komponenten</translation>
    </message>
    <message>
        <source>Add component</source>
        <translation>Komponente hinzufügen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Dazu…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ComposePresenter</name>
    <message>
        <source>Nothing can be published: tick a message, or put its problems right.</source>
        <translation>Nichts kann veröffentlicht werden: Kreuzen Sie eine Meldung an, oder beheben Sie ihre Probleme.</translation>
    </message>
</context>
<context>
    <name>ComposeView</name>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
    <message>
        <source>Storing the round…</source>
        <translation>Runde wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>First public message of this incident</source>
        <translation>Erste öffentliche Meldung zu diesem Vorfall</translation>
    </message>
    <message>
        <source>You are about to reach:</source>
        <translation>Sie erreichen gleich:</translation>
    </message>
    <message>
        <source>The page will say</source>
        <translation>Die Seite sagt dann</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Abos</translation>
    </message>
    <message>
        <source>Tell the status page&apos;s subscribers</source>
        <translation>Die Abonnenten der Statusseite benachrichtigen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connect {name}</source>
        <translation>{name} verbinden</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <source>{problem}
The {what} was taken out of the field: enter it again.</source>
        <translation>{problem}
{what} wurde aus dem Feld genommen: Bitte noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Empty: the one that is kept stays. {hint}</source>
        <translation>Leer: Gespeichertes bleibt. {hint}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose {what}</source>
        <translation>{what} wählen</translation>
    </message>
    <message>
        <source>&amp;For this run only: in memory, gone when the program ends</source>
        <translation>Nur für &amp;diesen Lauf: im Speicher, beim Beenden weg</translation>
    </message>
    <message>
        <source>{problem} So the {what} can only be used for this run.</source>
        <translation>{problem} Darum gilt {what} nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>&amp;Check and save</source>
        <translation>&amp;Prüfen und speichern</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Abbre&amp;chen</translation>
    </message>
</context>
<context>
    <name>ConnectionsPresenter</name>
    <message>
        <source>○ Not connected</source>
        <translation>○ Nicht verbunden</translation>
    </message>
    <message>
        <source>For this run only: the {what} is in memory, and gone when the program ends.</source>
        <translation>Nur für diesen Lauf: {what} liegt im Speicher und ist beim Beenden weg.</translation>
    </message>
    <message>
        <source>◔ Being checked…</source>
        <translation>◔ Wird geprüft …</translation>
    </message>
    <message>
        <source>✕ No {what} in the keyring for {host}: enter it with Edit</source>
        <translation>✕ {what} für {host} fehlt im Schlüsselbund: mit Bearbeiten eingeben</translation>
    </message>
    <message>
        <source>○ Not checked yet</source>
        <translation>○ Noch nicht geprüft</translation>
    </message>
    <message>
        <source>{shape} Checked {time}: {what}</source>
        <translation>{shape} Geprüft {time}: {what}</translation>
    </message>
    <message>
        <source>● Checked {time}</source>
        <translation>● Geprüft {time}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>Es wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>ConnectionsTable</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Noch eine</translation>
    </message>
</context>
<context>
    <name>ConnectionsView</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Tokens are kept in the keyring of this computer, never in a file</source>
        <translation>Zugangsschlüssel liegen im Schlüsselbund dieses Rechners, nie in einer Datei</translation>
    </message>
    <message>
        <source>Chec&amp;k all</source>
        <translation>A&amp;lle prüfen</translation>
    </message>
    <message>
        <source>You are live: messages reach real people.</source>
        <translation>Sie sind live: Meldungen erreichen echte Menschen.</translation>
    </message>
    <message>
        <source>In practice nothing leaves this computer.</source>
        <translation>In der Übung verlässt nichts diesen Rechner.</translation>
    </message>
    <message>
        <source>Practice uses none of these: nothing leaves this computer.</source>
        <translation>Die Übung nutzt nichts davon: Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Switch to &amp;practice</source>
        <translation>Zur &amp;Übung wechseln</translation>
    </message>
    <message>
        <source>&amp;Switch to LIVE…</source>
        <translation>Auf LIVE &amp;schalten …</translation>
    </message>
    <message>
        <source>▲ {problem} A token can be used for this run only.</source>
        <translation>▲ {problem} Ein Zugangsschlüssel gilt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>{name} is saved, and being checked.</source>
        <translation>{name} ist gespeichert und wird geprüft.</translation>
    </message>
    <message>
        <source>{name} was removed, its credential too.</source>
        <translation>{name} wurde entfernt, samt Zugangsdaten.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>CopyBox</name>
    <message>
        <source>&amp;Copy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CorrectionView</name>
    <message>
        <source>What is put right, or the old and the new text</source>
        <translation>Was richtiggestellt wird, oder der alte und der neue Text</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Richtigstellen</translation>
    </message>
    <message>
        <source>Old and new text</source>
        <translation>Alter und neuer Text</translation>
    </message>
    <message>
        <source>Correct what was sent</source>
        <translation>Gesendetes berichtigen</translation>
    </message>
    <message>
        <source>Ro&amp;und</source>
        <translation>R&amp;unde</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>Was war falsch?</translation>
    </message>
    <message>
        <source>Where it went, and what can be done there</source>
        <translation>Wohin es ging, und was dort möglich ist</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Was richtig ist</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Put it right</source>
        <translation>&amp;Richtigstellen</translation>
    </message>
    <message>
        <source>Nothing was sent yet that could be put right.</source>
        <translation>Noch wurde nichts gesendet, das richtigzustellen wäre.</translation>
    </message>
    <message>
        <source>Update {number}, {time}</source>
        <translation>Update {number}, {time}</translation>
    </message>
    <message>
        <source>Putting it right…</source>
        <translation>Wird richtiggestellt …</translation>
    </message>
    <message>
        <source>Nothing was put right</source>
        <translation>Nichts wurde richtiggestellt</translation>
    </message>
    <message>
        <source>What was typed in the other incident stands there: {fields}.</source>
        <translation>Was im anderen Vorfall getippt war, steht dort: {fields}.</translation>
    </message>
    <message>
        <source>Correct, also by mail to customers</source>
        <translation>Berichtigen, auch per E-Mail an Kunden</translation>
    </message>
    <message>
        <source>The mail will say</source>
        <translation>Die E-Mail wird sagen</translation>
    </message>
    <message>
        <source>Nobody else is mailed.</source>
        <translation>Sonst erhält niemand eine E-Mail.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Incident Composer made a mistake</source>
        <translation>Incident Composer hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>Das Programm hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Nothing that was stored is lost, and you can go on working. If something looks wrong, close the window and open it again: drafts and messages on their way are kept.</source>
        <translation>Nichts Gespeichertes ist verloren, und Sie können weiterarbeiten. Wenn etwas falsch aussieht, schließen Sie das Fenster und öffnen Sie es wieder: Entwürfe und Meldungen, die unterwegs sind, bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Details for a report, without secrets</source>
        <translation>&amp;Einzelheiten für einen Bericht, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>Go on &amp;working</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
    <message>
        <source>More of them followed; they are in the log.</source>
        <translation>Es folgten weitere; sie stehen in der Logdatei.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CutNote</name>
    <message>
        <source>Only the first {most} characters are kept here; the rest of the paste was left out.</source>
        <translation>Nur die ersten {most} Zeichen stehen hier; der Rest des Eingefügten wurde weggelassen.</translation>
    </message>
</context>
<context>
    <name>DeadlineStrip</name>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>was due {when}</source>
        <translation>war fällig {when}</translation>
    </message>
    <message>
        <source>due in {left}</source>
        <translation>fällig in {left}</translation>
    </message>
    <message>
        <source>{text}: {due} UTC, {local} local time</source>
        <translation>{text}: {due} UTC, {local} Ortszeit</translation>
    </message>
</context>
<context>
    <name>DeclareButtons</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Declare and publish</source>
        <translation>&amp;Melden und veröffentlichen</translation>
    </message>
    <message>
        <source>Declare and publish</source>
        <translation>Melden und veröffentlichen</translation>
    </message>
</context>
<context>
    <name>DeclareView</name>
    <message>
        <source>Declare an incident</source>
        <translation>Vorfall melden</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Start from PagerDuty…</source>
        <translation>Aus PagerDuty beginnen …</translation>
    </message>
    <message>
        <source>Begin with an incident that is open at PagerDuty</source>
        <translation>Mit einem Vorfall beginnen, der bei PagerDuty offen ist</translation>
    </message>
    <message>
        <source>1 · How bad is it?</source>
        <translation>1 · Wie schlimm ist es?</translation>
    </message>
    <message>
        <source>press 0–3, or answer and the plan suggests one</source>
        <translation>0–3 drücken, oder antworten: der Plan schlägt einen vor</translation>
    </message>
    <message>
        <source>Ticket text copied</source>
        <translation>Ticket-Text kopiert</translation>
    </message>
    <message>
        <source>Nothing was stored: something changed meanwhile</source>
        <translation>Nichts wurde gespeichert: Inzwischen hat sich etwas geändert</translation>
    </message>
</context>
<context>
    <name>DeliveriesModel</name>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Let it be</source>
        <translation>Dabei belassen</translation>
    </message>
    <message>
        <source>Sent by hand…</source>
        <translation>Von Hand gesendet …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>Anderer Weg …</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer sie hat</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen …</translation>
    </message>
    <message>
        <source>Copy and mark as sent…</source>
        <translation>Kopieren und als gesendet markieren …</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Check before resending</source>
        <translation>Vor dem Wiederholen prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Post current</source>
        <translation>Aktuelles posten</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Executives in Slack</source>
        <translation>Leitung in Slack</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Customer email</source>
        <translation>Kunden-E-Mail</translation>
    </message>
    <message>
        <source>Executive email</source>
        <translation>Leitungs-E-Mail</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Create the channel</source>
        <translation>Den Kanal anlegen</translation>
    </message>
    <message>
        <source>Note on the incident there</source>
        <translation>Notiz am Vorfall dort</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Hilferuf</translation>
    </message>
    <message>
        <source>Mail to responders</source>
        <translation>E-Mail an Helfende</translation>
    </message>
    <message numerus="yes">
        <source>to %n</source>
        <translation>
            <numerusform>an %n</numerusform>
            <numerusform>an %n</numerusform>
        </translation>
    </message>
    <message>
        <source>practice, on this computer</source>
        <translation>Übung, auf diesem Rechner</translation>
    </message>
    <message>
        <source>□ To be sent by hand: nothing is connected here</source>
        <translation>□ Von Hand zu senden: hier ist nichts verbunden</translation>
    </message>
    <message>
        <source>Held, leaves in {seconds} s</source>
        <translation>Zurückgehalten, geht in {seconds} s</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Being sent…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Paused: what is left waits until you go on</source>
        <translation>Angehalten: Der Rest wartet, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Not accepted yet: {error}, next try in {seconds} s</source>
        <translation>Noch nicht angenommen: {error}, nächster Versuch in {seconds} s</translation>
    </message>
    <message>
        <source>Not sent: taken back {time}</source>
        <translation>Nicht gesendet: zurückgenommen {time}</translation>
    </message>
    <message>
        <source>Not sent: paused or let be {time}</source>
        <translation>Nicht gesendet: angehalten oder dabei belassen {time}</translation>
    </message>
    <message>
        <source> Looked up {time}: it can&apos;t be told whether it arrived.</source>
        <translation> Nachgesehen {time}: Ob es angekommen ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source> The look-up did not find it ({time}).</source>
        <translation> Beim Nachsehen wurde es nicht gefunden ({time}).</translation>
    </message>
    <message>
        <source>Accepted {count} of {all}</source>
        <translation>{count} von {all} angenommen</translation>
    </message>
    <message>
        <source>Sent {time}</source>
        <translation>Gesendet {time}</translation>
    </message>
    <message>
        <source>Not sent: {error}</source>
        <translation>Nicht gesendet: {error}</translation>
    </message>
    <message>
        <source>Not sent, and asks you: {error}</source>
        <translation>Nicht gesendet, fragt Sie: {error}</translation>
    </message>
    <message>
        <source>Sent by hand, {who} {time}</source>
        <translation>Von Hand gesendet, {who} {time}</translation>
    </message>
    <message>
        <source>May have arrived: {error}</source>
        <translation>Vielleicht angekommen: {error}</translation>
    </message>
</context>
<context>
    <name>DeliveriesTable</name>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>Nummer dort</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>Nachgesehen</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>May have it</source>
        <translation>Vielleicht erhalten</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>DueWatch</name>
    <message>
        <source>{message} due now</source>
        <translation>{message} jetzt fällig</translation>
    </message>
    <message>
        <source>{message} due in {minutes} min</source>
        <translation>{message} fällig in {minutes} min</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>Reading {incident} at PagerDuty…</source>
        <translation>{incident} wird bei PagerDuty gelesen …</translation>
    </message>
    <message>
        <source>PagerDuty says nothing new</source>
        <translation>PagerDuty meldet nichts Neues</translation>
    </message>
    <message numerus="yes">
        <source>Read from PagerDuty: %n new in the timeline</source>
        <translation>
            <numerusform>Aus PagerDuty gelesen: %n neu im Ablauf</numerusform>
            <numerusform>Aus PagerDuty gelesen: %n neu im Ablauf</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is on {incident}</source>
        <translation>Die Notiz steht an {incident}</translation>
    </message>
    <message>
        <source>PagerDuty has the call for help on {incident}</source>
        <translation>PagerDuty hat den Hilferuf zu {incident}</translation>
    </message>
    <message>
        <source>On its way to PagerDuty…</source>
        <translation>Unterwegs zu PagerDuty …</translation>
    </message>
    <message>
        <source>Reading what is open at PagerDuty…</source>
        <translation>Was bei PagerDuty offen ist, wird gelesen …</translation>
    </message>
    <message>
        <source>{incident} is linked</source>
        <translation>{incident} ist verknüpft</translation>
    </message>
    <message>
        <source>No PagerDuty incident is linked with this one</source>
        <translation>Mit diesem ist kein PagerDuty-Vorfall verknüpft</translation>
    </message>
    <message>
        <source>PagerDuty is not connected here</source>
        <translation>PagerDuty ist hier nicht verbunden</translation>
    </message>
    <message>
        <source>Practice asks no service: there is nothing to read</source>
        <translation>Die Übung fragt keinen Dienst: Es gibt nichts zu lesen</translation>
    </message>
</context>
<context>
    <name>DutyMenu</name>
    <message>
        <source>{severity} {title}. Join {channel}</source>
        <translation>{severity} {title}. Bitte nach {channel} kommen</translation>
    </message>
    <message>
        <source>Practice: it goes into the transcript on this computer, and wakes nobody.</source>
        <translation>Übung: Es kommt in die Mitschrift auf diesem Rechner und weckt niemanden.</translation>
    </message>
    <message>
        <source>Internal: who works on the incident at PagerDuty reads it.</source>
        <translation>Intern: Wer bei PagerDuty am Vorfall arbeitet, liest es.</translation>
    </message>
    <message>
        <source>&amp;Link one that is open there…</source>
        <translation>Dort offenen &amp;verknüpfen …</translation>
    </message>
    <message>
        <source>Add a &amp;note…</source>
        <translation>&amp;Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Page for help…</source>
        <translation>Um &amp;Hilfe rufen …</translation>
    </message>
    <message>
        <source>&amp;Read its log now</source>
        <translation>Sein Log jetzt &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Open it at PagerDuty</source>
        <translation>Bei PagerDuty ö&amp;ffnen</translation>
    </message>
    <message>
        <source>triggered</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>PagerDuty: {state}</source>
        <translation>PagerDuty: {state}</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>no incident is linked</source>
        <translation>kein Vorfall verknüpft</translation>
    </message>
    <message>
        <source>PagerDuty {words}</source>
        <translation>PagerDuty {words}</translation>
    </message>
    <message>
        <source>Nothing is open at PagerDuty</source>
        <translation>Bei PagerDuty ist nichts offen</translation>
    </message>
    <message>
        <source>Link which PagerDuty incident?</source>
        <translation>Welchen PagerDuty-Vorfall verknüpfen?</translation>
    </message>
    <message>
        <source>Status updates go there from now on, and its log comes into the timeline. Nothing is written there.</source>
        <translation>Status-Updates gehen von nun an dorthin, und sein Log kommt in den Ablauf. Geschrieben wird dort nichts.</translation>
    </message>
    <message>
        <source>&amp;Link it</source>
        <translation>&amp;Verknüpfen</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>none in particular</source>
        <translation>kein bestimmter</translation>
    </message>
    <message>
        <source>2 · What is happening?</source>
        <translation>2 · Was geschieht?</translation>
    </message>
    <message>
        <source>internal, never for customers</source>
        <translation>intern, nie für Kunden</translation>
    </message>
    <message>
        <source>3 · What do customers see?</source>
        <translation>3 · Was sehen Kunden?</translation>
    </message>
    <message>
        <source>public, two picks are enough</source>
        <translation>öffentlich, zwei Angaben genügen</translation>
    </message>
    <message>
        <source>4 · What do executives ask?</source>
        <translation>4 · Was fragt die Leitung?</translation>
    </message>
    <message>
        <source>only at this severity</source>
        <translation>nur bei diesem Schweregrad</translation>
    </message>
    <message>
        <source>More to know</source>
        <translation>Mehr zu wissen</translation>
    </message>
    <message>
        <source>internal and filled in: change what is not so</source>
        <translation>intern und ausgefüllt: ändern, was nicht stimmt</translation>
    </message>
    <message>
        <source>internal, names the Slack channel</source>
        <translation>intern, benennt den Slack-Kanal</translation>
    </message>
    <message>
        <source>Affected components</source>
        <translation>Betroffene Komponenten</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>from the picks</source>
        <translation>aus der Auswahl</translation>
    </message>
    <message>
        <source>from the title</source>
        <translation>aus dem Titel</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Call {people}</source>
        <translation>Rufen Sie {people}</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>vor {age}</translation>
    </message>
    <message>
        <source>No PagerDuty incident has such an id, so none is linked.</source>
        <translation>Kein PagerDuty-Vorfall hat diese Kennung; es wird keiner verknüpft.</translation>
    </message>
    <message>
        <source>A time such as 13:52 is needed.</source>
        <translation>Eine Uhrzeit wie 13:52 fehlt.</translation>
    </message>
    <message>
        <source>Title is empty.</source>
        <translation>Der Titel ist leer.</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>asks for two facts</source>
        <translation>fragt zwei Angaben ab</translation>
    </message>
    <message>
        <source>Internal facts</source>
        <translation>Interne Angaben</translation>
    </message>
    <message>
        <source>Slack and executives, never customers</source>
        <translation>Slack und Leitung, nie Kunden</translation>
    </message>
    <message>
        <source>Public wording</source>
        <translation>Öffentlicher Wortlaut</translation>
    </message>
    <message>
        <source>what customers read</source>
        <translation>was Kunden lesen</translation>
    </message>
    <message>
        <source>Executive facts</source>
        <translation>Angaben für die Leitung</translation>
    </message>
    <message>
        <source>executives alone</source>
        <translation>nur die Leitung</translation>
    </message>
    <message>
        <source>Affected components</source>
        <translation>Betroffene Komponenten</translation>
    </message>
    <message>
        <source>Impact ended at</source>
        <translation>Ende der Störung</translation>
    </message>
    <message>
        <source>When customers were no longer hurt. A time such as 14:55 is UTC.</source>
        <translation>Ab wann Kunden nicht mehr betroffen waren. Eine Uhrzeit wie 14:55 ist UTC.</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The &amp;wording</source>
        <translation>Der &amp;Wortlaut</translation>
    </message>
    <message>
        <source>The pha&amp;se</source>
        <translation>Die Pha&amp;se</translation>
    </message>
    <message>
        <source>The i&amp;ncident</source>
        <translation>Der Vor&amp;fall</translation>
    </message>
    <message>
        <source>The pa&amp;ge</source>
        <translation>Die S&amp;eite</translation>
    </message>
    <message>
        <source>A message can be on the wrong page only where it went to several pages.</source>
        <translation>Auf der falschen Seite kann eine Meldung nur sein, wenn sie auf mehrere Seiten ging.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>for example {example}</source>
        <translation>zum Beispiel {example}</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder of {what}</source>
        <translation>Ordner öffnen: {what}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>last 365 days</source>
        <translation>letzte 365 Tage</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Look at &amp;all</source>
        <translation>&amp;Alle ansehen</translation>
    </message>
</context>
<context>
    <name>FlatTabs</name>
    <message>
        <source>Previews</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>FollowCard</name>
    <message>
        <source>Resolved {when} UTC</source>
        <translation>Behoben {when} UTC</translation>
    </message>
    <message>
        <source>{what} due in {left}</source>
        <translation>{what} fällig in {left}</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Next p&amp;roblem</source>
        <translation>Nächstes P&amp;roblem</translation>
    </message>
</context>
<context>
    <name>FooterButtons</name>
    <message>
        <source>Nothing new, keep the promise</source>
        <translation>Nichts Neues, Zusage halten</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>Veröffentlichen …</translation>
    </message>
    <message>
        <source>Compose &amp;next update</source>
        <translation>&amp;Nächste Meldung schreiben</translation>
    </message>
    <message>
        <source>&amp;Last round</source>
        <translation>&amp;Letzte Runde</translation>
    </message>
    <message>
        <source>How its deliveries stand, and what can be done about them</source>
        <translation>Wie es um ihre Zustellungen steht, und was man dabei tun kann</translation>
    </message>
    <message>
        <source>You can close the window: nothing public leaves late without asking you</source>
        <translation>Sie können das Fenster schließen: nichts Öffentliches geht verspätet hinaus, ohne Sie zu fragen</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Executives</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Wann (UTC)</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>{time} local time</source>
        <translation>{time} Ortszeit</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Wann (UTC)</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
</context>
<context>
    <name>FromPagerDuty</name>
    <message>
        <source>Reading what is open at PagerDuty…</source>
        <translation>Was bei PagerDuty offen ist, wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing is open at PagerDuty</source>
        <translation>Bei PagerDuty ist nichts offen</translation>
    </message>
    <message>
        <source>Start from which PagerDuty incident?</source>
        <translation>Aus welchem PagerDuty-Vorfall beginnen?</translation>
    </message>
    <message>
        <source>Its title, start and detection go into the internal facts that are still empty, and its log into the timeline. Nothing of it goes into a public text.</source>
        <translation>Titel, Beginn und Erkennung kommen in die internen Angaben, die noch leer sind, und das Log in den Ablauf. Nichts davon kommt in einen öffentlichen Text.</translation>
    </message>
    <message>
        <source>&amp;Start from it</source>
        <translation>Daraus &amp;beginnen</translation>
    </message>
    <message>
        <source>Reading {incident}…</source>
        <translation>{incident} wird gelesen …</translation>
    </message>
</context>
<context>
    <name>GoLiveDialog</name>
    <message>
        <source>Switch to LIVE?</source>
        <translation>Auf LIVE schalten?</translation>
    </message>
    <message>
        <source>From then on, what you publish reaches real people. Connected are:</source>
        <translation>Von da an erreicht, was Sie veröffentlichen, echte Menschen. Verbunden sind:</translation>
    </message>
    <message>
        <source>Nothing is sent by switching. All else goes by hand.</source>
        <translation>Durch das Umschalten wird nichts gesendet. Alles andere geht von Hand.</translation>
    </message>
    <message>
        <source>&amp;Switch to LIVE</source>
        <translation>Auf LIVE &amp;schalten</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Take it live…</source>
        <translation>LIVE nehmen…</translation>
    </message>
    <message>
        <source>This practice incident is real: go on with it in LIVE</source>
        <translation>Dieser Übungsvorfall ist echt: in LIVE damit weitermachen</translation>
    </message>
    <message>
        <source>Public title: {title}</source>
        <translation>Öffentlicher Titel: {title}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source> · {old} until this is published</source>
        <translation> · {old}, bis dies veröffentlicht ist</translation>
    </message>
    <message>
        <source>Impact since {time}</source>
        <translation>Störung seit {time}</translation>
    </message>
    <message>
        <source>{length} down</source>
        <translation>seit {length} gestört</translation>
    </message>
    <message>
        <source>{length} downtime, over</source>
        <translation>{length} Ausfall, vorbei</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>↑ ↓ move · Enter read · Ctrl+C copy</source>
        <translation>↑ ↓ bewegen · Enter lesen · Strg+C kopieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Meldungen durchsuchen</translation>
    </message>
    <message>
        <source>Words of a message or an incident&apos;s title</source>
        <translation>Wörter einer Meldung oder der Titel eines Vorfalls</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Meldungen</translation>
    </message>
    <message>
        <source>No message fits the words and filters</source>
        <translation>Keine Meldung passt zu Wörtern und Filtern</translation>
    </message>
    <message>
        <source>over {count}</source>
        <translation>über {count}</translation>
    </message>
    <message>
        <source>{messages} found</source>
        <translation>{messages} gefunden</translation>
    </message>
    <message>
        <source>{messages} found in 1 incident</source>
        <translation>{messages} gefunden in 1 Vorfall</translation>
    </message>
    <message>
        <source>{messages} found in {incidents} incidents</source>
        <translation>{messages} gefunden in {incidents} Vorfällen</translation>
    </message>
    <message>
        <source>You have typed something else there, not yet sent: {fields}. Replace it?</source>
        <translation>Dort steht schon etwas anderes, noch nicht gesendet: {fields}. Ersetzen?</translation>
    </message>
    <message>
        <source>Start a message from this</source>
        <translation>Neue Meldung hieraus</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Keep what I typed</source>
        <translation>&amp;Behalten, was ich getippt habe</translation>
    </message>
    <message>
        <source>No message holds these words</source>
        <translation>Keine Meldung enthält diese Wörter</translation>
    </message>
    <message>
        <source>Messages found, or the message</source>
        <translation>Gefundene Nachrichten, oder die Nachricht</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Nothing was published yet</source>
        <translation>Noch wurde nichts veröffentlicht</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The whole message is in the clipboard.</source>
        <translation>Die ganze Meldung liegt in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>HoldStrip</name>
    <message>
        <source>Before the hold ends:</source>
        <translation>Bevor die Haltezeit endet:</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The hold is over: on its way</source>
        <translation>Die Wartezeit ist vorbei: unterwegs</translation>
    </message>
    <message>
        <source>Nothing sent yet · leaves in {seconds} s</source>
        <translation>Noch nichts gesendet · geht in {seconds} s</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>{message}: after the end</source>
        <translation>{message}: nach dem Ende</translation>
    </message>
    <message>
        <source>{phase} · {elapsed} elapsed</source>
        <translation>{phase} · seit {elapsed}</translation>
    </message>
    <message>
        <source>Looking at what is due…</source>
        <translation>Sieht nach, was fällig ist …</translation>
    </message>
    <message>
        <source>{message} due now</source>
        <translation>{message} jetzt fällig</translation>
    </message>
    <message>
        <source>Next update in {left}</source>
        <translation>Nächste Meldung in {left}</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>Nichts ist fällig</translation>
    </message>
</context>
<context>
    <name>IncidentOpening</name>
    <message>
        <source>Opening {title}</source>
        <translation>{title} wird geöffnet</translation>
    </message>
    <message>
        <source>Public title: {title}</source>
        <translation>Öffentlicher Titel: {title}</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Was zuletzt geschah</translation>
    </message>
</context>
<context>
    <name>InviteNote</name>
    <message>
        <source>Invite {who}</source>
        <translation>{who} einladen</translation>
    </message>
    <message>
        <source>Invite by hand: {who}. The plan has no Slack id of theirs.</source>
        <translation>Von Hand einladen: {who}. Der Plan kennt ihre Slack-ID nicht.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Close the list</source>
        <translation>Liste &amp;schließen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>What is on its way can&apos;t be looked up</source>
        <translation>Was unterwegs ist, lässt sich nicht nachsehen</translation>
    </message>
    <message>
        <source>What you typed could not be stored</source>
        <translation>Was Sie getippt haben, konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>1 message is on its way</source>
        <translation>1 Meldung ist unterwegs</translation>
    </message>
    <message>
        <source>{count} messages are on their way</source>
        <translation>{count} Meldungen sind unterwegs</translation>
    </message>
    <message>
        <source>Leaving LIVE now loses it. Free some space on the disk, and it is stored by itself; or copy your words first.</source>
        <translation>Wer LIVE jetzt verlässt, verliert es. Schaffen Sie Platz auf dem Datenträger, dann wird es von selbst gespeichert; oder kopieren Sie zuerst Ihre Worte.</translation>
    </message>
    <message>
        <source>Closed now, the window loses it. Keep it open, free some space on the disk, and it is stored by itself; or copy your words first.</source>
        <translation>Jetzt geschlossen, geht es verloren. Offen lassen und Platz auf der Platte schaffen, dann wird es von selbst gespeichert; oder die Worte zuerst kopieren.</translation>
    </message>
    <message>
        <source>What is being sent is seen through. In practice nothing else of LIVE leaves. Back in LIVE soon it goes on by itself; what has become too old by then is not sent, and asks you. Drafts are kept.</source>
        <translation>Was gerade gesendet wird, wird zu Ende gebracht. In der Übung geht sonst nichts von LIVE hinaus. Bald zurück in LIVE geht es von selbst weiter; was bis dahin zu alt ist, wird nicht gesendet und fragt Sie. Entwürfe bleiben.</translation>
    </message>
    <message>
        <source>While the window is closed nothing leaves. Opened again soon it goes on by itself; what has become too old by then is not sent, and asks you. Drafts are kept.</source>
        <translation>Solange das Fenster geschlossen ist, geht nichts hinaus. Bald wieder geöffnet, geht es von selbst weiter; was bis dahin zu alt ist, wird nicht gesendet und fragt Sie. Entwürfe bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Close the window anyway</source>
        <translation>Fenster trotzdem &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Keep the window open</source>
        <translation>Fenster &amp;offen lassen</translation>
    </message>
    <message>
        <source>&amp;Switch to practice anyway</source>
        <translation>Trotzdem auf &amp;Übung schalten</translation>
    </message>
    <message>
        <source>Stay in &amp;LIVE</source>
        <translation>In &amp;LIVE bleiben</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>held: nothing has left yet</source>
        <translation>zurückgehalten: noch nichts ist hinausgegangen</translation>
    </message>
    <message>
        <source>about to be sent</source>
        <translation>wird gleich gesendet</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>waits to be tried again</source>
        <translation>wartet auf einen neuen Versuch</translation>
    </message>
    <message>
        <source>may have arrived: not known yet</source>
        <translation>vielleicht angekommen: noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>LookAlikeLine</name>
    <message>
        <source>Open it instead</source>
        <translation>Diesen öffnen</translation>
    </message>
    <message>
        <source>Looks like {severity} {title}, open {age}.</source>
        <translation>Sieht aus wie {severity} {title}, offen seit {age}.</translation>
    </message>
</context>
<context>
    <name>MailRecord</name>
    <message>
        <source>No mail went to customers on this incident</source>
        <translation>Zu diesem Vorfall ging keine E-Mail an Kunden</translation>
    </message>
</context>
<context>
    <name>MailStrip</name>
    <message>
        <source>{title}: {done} of {all} sent</source>
        <translation>{title}: {done} von {all} gesendet</translation>
    </message>
    <message>
        <source>{title}: paused, {done} of {all} sent</source>
        <translation>{title}: angehalten, {done} von {all} gesendet</translation>
    </message>
    <message>
        <source>Go on with the mail</source>
        <translation>E-Mail fortsetzen</translation>
    </message>
    <message>
        <source>Pause the mail</source>
        <translation>E-Mail anhalten</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} abgelehnt</translation>
    </message>
    <message>
        <source>{count} may have it</source>
        <translation>{count} vielleicht erhalten</translation>
    </message>
    <message>
        <source>{count} being mailed or in doubt</source>
        <translation>{count} gerade unterwegs oder fraglich</translation>
    </message>
    <message>
        <source>the first {count}, then it asks you</source>
        <translation>die ersten {count}, dann fragt es Sie</translation>
    </message>
    <message>
        <source>{count} are left until you go on</source>
        <translation>{count} warten, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} pro Sekunde</translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation>noch etwa {count} s</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>noch etwa {count} min</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Notify</source>
        <translation>Abos</translation>
    </message>
    <message>
        <source>Notify subscribers</source>
        <translation>Abonnenten benachrichtigen</translation>
    </message>
    <message>
        <source>Whether the page&apos;s subscribers are told of this post</source>
        <translation>Ob die Abonnenten der Seite von diesem Eintrag erfahren</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>Mehr zu {title}</translation>
    </message>
    <message>
        <source>blocked · {why}</source>
        <translation>gesperrt · {why}</translation>
    </message>
    <message>
        <source>due now, since {minutes} min · {why}</source>
        <translation>jetzt fällig, seit {minutes} min · {why}</translation>
    </message>
    <message>
        <source>due now · {why}</source>
        <translation>jetzt fällig · {why}</translation>
    </message>
    <message>
        <source>due {time} · {why}</source>
        <translation>fällig {time} · {why}</translation>
    </message>
</context>
<context>
    <name>MessagePane</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>&amp;Start a message from this</source>
        <translation>&amp;Neue Meldung hieraus</translation>
    </message>
    <message>
        <source>&amp;Copy message</source>
        <translation>Meldung &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Only this incident</source>
        <translation>Nur &amp;dieser Vorfall</translation>
    </message>
    <message>
        <source>Open &amp;post-mortem</source>
        <translation>&amp;Post-mortem öffnen</translation>
    </message>
    <message>
        <source>Co&amp;rrect this message…</source>
        <translation>Diese Meldung be&amp;richtigen …</translation>
    </message>
    <message>
        <source>Choose a message to read it here.</source>
        <translation>Wählen Sie eine Meldung, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>Published {when} UTC to {where}, from the template “{name}”</source>
        <translation>Veröffentlicht {when} UTC, Ziel: {where}, aus der Vorlage „{name}“</translation>
    </message>
    <message>
        <source>In which incident?</source>
        <translation>In welchem Vorfall?</translation>
    </message>
    <message>
        <source>A new incident</source>
        <translation>Ein neuer Vorfall</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>A note on PagerDuty {incident}</source>
        <translation>Eine Notiz an PagerDuty {incident}</translation>
    </message>
    <message>
        <source>&amp;Add the note</source>
        <translation>Notiz &amp;hinzufügen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dis&amp;miss</source>
        <translation>&amp;Ausblenden</translation>
    </message>
</context>
<context>
    <name>OnPageDialog</name>
    <message>
        <source>Publish the post-mortem on the status page</source>
        <translation>Das Post-mortem auf der Statusseite veröffentlichen</translation>
    </message>
    <message>
        <source>Put it on the status page as a past incident</source>
        <translation>Als vergangenen Vorfall auf die Statusseite setzen</translation>
    </message>
    <message>
        <source>Goes to {places}.</source>
        <translation>Geht an {places}.</translation>
    </message>
    <message>
        <source>Nobody is notified: no subscriber is told. Whoever opens the page can read it.</source>
        <translation>Niemand wird benachrichtigt, auch kein Abonnent. Wer die Seite öffnet, kann es lesen.</translation>
    </message>
    <message>
        <source>What &amp;customers read</source>
        <translation>Was &amp;Kunden lesen</translation>
    </message>
    <message>
        <source>What customers read</source>
        <translation>Was Kunden lesen</translation>
    </message>
    <message>
        <source>Markdown. Not your team&apos;s document: nothing internal belongs here.</source>
        <translation>Markdown. Nicht das Dokument Ihres Teams: Internes gehört nicht hierher.</translation>
    </message>
    <message>
        <source>It stands there as resolved, with the beginning and the end of its impact.</source>
        <translation>Er steht dort als behoben, mit Beginn und Ende der Auswirkung.</translation>
    </message>
    <message>
        <source>&amp;Publish, notify nobody</source>
        <translation>&amp;Veröffentlichen, niemanden benachrichtigen</translation>
    </message>
    <message>
        <source>&amp;Put it there, notify nobody</source>
        <translation>&amp;Dorthin setzen, niemanden benachrichtigen</translation>
    </message>
</context>
<context>
    <name>OtherWayDialog</name>
    <message>
        <source>What they get</source>
        <translation>Was sie erhalten</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>Per E-Mail</translation>
    </message>
    <message>
        <source>By PagerDuty: they are paged</source>
        <translation>Per PagerDuty: Sie werden gerufen</translation>
    </message>
    <message>
        <source>&amp;Reach them</source>
        <translation>&amp;Erreichen</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>On declaring</source>
        <translation>Beim Melden</translation>
    </message>
    <message>
        <source>Choose how bad it is: then the messages stand here.</source>
        <translation>Wählen Sie, wie schlimm es ist: Dann stehen hier die Meldungen.</translation>
    </message>
    <message>
        <source>Nothing: no incident is declared at this severity.</source>
        <translation>Nichts: Bei diesem Schweregrad wird kein Vorfall gemeldet.</translation>
    </message>
    <message>
        <source>Create {name}, pin the declaration</source>
        <translation>{name} anlegen, die Meldung anheften</translation>
    </message>
    <message>
        <source>Create {name}, invite {people}, pin the declaration</source>
        <translation>{name} anlegen, {people} einladen, die Meldung anheften</translation>
    </message>
    <message>
        <source>Post and pin the declaration in {name}</source>
        <translation>Meldung in {name} schreiben und anheften</translation>
    </message>
    <message>
        <source>On {incident}</source>
        <translation>Bei {incident}</translation>
    </message>
    <message>
        <source>Only at {severities}</source>
        <translation>Nur bei {severities}</translation>
    </message>
</context>
<context>
    <name>OutgoingRow</name>
    <message>
        <source>Notify subscribers</source>
        <translation>Abonnenten benachrichtigen</translation>
    </message>
    <message>
        <source>needs {what}</source>
        <translation>braucht {what}</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Page for help on PagerDuty {incident}</source>
        <translation>Um Hilfe rufen zu PagerDuty {incident}</translation>
    </message>
    <message>
        <source>{who}, by the escalation policy</source>
        <translation>{who}, über die Eskalationsrichtlinie</translation>
    </message>
    <message>
        <source>Whom?</source>
        <translation>Wen?</translation>
    </message>
    <message>
        <source>The plan lets nobody be paged. Put the pagerduty_id of a domain (its escalation policy) or of a contact into the plan.</source>
        <translation>Der Plan lässt niemanden rufen. Tragen Sie die pagerduty_id eines Bereichs (seiner Eskalationsrichtlinie) oder eines Kontakts in den Plan ein.</translation>
    </message>
    <message>
        <source>&amp;Page them now</source>
        <translation>Jetzt &amp;rufen</translation>
    </message>
    <message>
        <source>Tick whom to page.</source>
        <translation>Kreuzen Sie an, wen Sie rufen.</translation>
    </message>
    <message>
        <source>&amp;Page {who} now</source>
        <translation>{who} jetzt &amp;rufen</translation>
    </message>
    <message>
        <source>&amp;Page these {count} now</source>
        <translation>Diese {count} jetzt &amp;rufen</translation>
    </message>
</context>
<context>
    <name>PageRow</name>
    <message>
        <source>Copy page text</source>
        <translation>Ruftext kopieren</translation>
    </message>
    <message>
        <source>Page {who}</source>
        <translation>{who} rufen</translation>
    </message>
    <message>
        <source>{domain}. By hand, in PagerDuty; tick it when done, for the timeline.</source>
        <translation>{domain}. Von Hand, in PagerDuty; danach ankreuzen, für den Ablauf.</translation>
    </message>
    <message>
        <source>{domain}. Done, it stands in the timeline on declaring.</source>
        <translation>{domain}. Getan, steht beim Melden im Ablauf.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Kein Befehl passt</translation>
    </message>
    <message>
        <source>Type to search messages, or &gt; for commands</source>
        <translation>Tippen, um Meldungen zu suchen, oder &gt; für Befehle</translation>
    </message>
</context>
<context>
    <name>PalettePresenter</name>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>{message} due now</source>
        <translation>{message} jetzt fällig</translation>
    </message>
    <message>
        <source>open incident</source>
        <translation>offener Vorfall</translation>
    </message>
    <message>
        <source>Search all messages for “{words}”</source>
        <translation>Alle Meldungen nach „{words}“ durchsuchen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>PickDutyDialog</name>
    <message>
        <source>Open at PagerDuty</source>
        <translation>Bei PagerDuty offen</translation>
    </message>
    <message>
        <source>&amp;Open it here</source>
        <translation>Hier ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Pause the mail</source>
        <translation>E-Mail anhalten</translation>
    </message>
</context>
<context>
    <name>PlanPresenter</name>
    <message>
        <source>Version {version} of {date} · {checks}</source>
        <translation>Version {version} vom {date} · {checks}</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>Benachrichtigt</translation>
    </message>
    <message>
        <source>Who to page</source>
        <translation>Wen man ruft</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>No: a ticket is logged instead</source>
        <translation>Nein: stattdessen ein Ticket</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Severities</source>
        <translation>Schweregrade</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>The rotation starts on {date}.</source>
        <translation>Die Rotation beginnt am {date}.</translation>
    </message>
    <message>
        <source>On call now: {primary}; if they cannot be reached: {secondary}.</source>
        <translation>Jetzt in Bereitschaft: {primary}; wenn nicht erreichbar: {secondary}.</translation>
    </message>
    <message>
        <source>Dates (UTC)</source>
        <translation>Tage (UTC)</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>Who is on call</source>
        <translation>Wer Bereitschaft hat</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>To acknowledge</source>
        <translation>Bestätigen binnen</translation>
    </message>
    <message>
        <source>Leads on when</source>
        <translation>Weiter, wenn</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>The chain</source>
        <translation>Die Kette</translation>
    </message>
    <message>
        <source>By domain</source>
        <translation>Nach Bereich</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>On the status page</source>
        <translation>Auf der Statusseite</translation>
    </message>
    <message>
        <source>For executives</source>
        <translation>Für die Leitung</translation>
    </message>
    <message>
        <source>Phases and messages</source>
        <translation>Phasen und Meldungen</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>When a message is due</source>
        <translation>Wann eine Meldung fällig ist</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>at a phase change</source>
        <translation>bei Phasenwechsel</translation>
    </message>
    <message>
        <source>when the page changes</source>
        <translation>wenn sich die Seite ändert</translation>
    </message>
    <message>
        <source>at a severity change</source>
        <translation>bei Wechsel des Schweregrads</translation>
    </message>
    <message>
        <source>by its rhythm</source>
        <translation>nach ihrem Takt</translation>
    </message>
    <message>
        <source>when an update was promised</source>
        <translation>wenn eine Meldung zugesagt war</translation>
    </message>
    <message>
        <source>once more when the severity falls</source>
        <translation>noch einmal, wenn der Schweregrad sinkt</translation>
    </message>
    <message>
        <source>after the impact ended</source>
        <translation>nach dem Ende der Störung</translation>
    </message>
    <message>
        <source>, if it lasted over {minutes} min</source>
        <translation>, wenn sie über {minutes} min dauerte</translation>
    </message>
    <message>
        <source>every {minutes} min</source>
        <translation>alle {minutes} min</translation>
    </message>
    <message>
        <source> for the first {hours} h</source>
        <translation> in den ersten {hours} h</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Möglichkeit</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Mitigation options</source>
        <translation>Mögliche Gegenmaßnahmen</translation>
    </message>
    <message>
        <source>Useful commands</source>
        <translation>Nützliche Befehle</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Symptome</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Detects</source>
        <translation>Erkennt</translation>
    </message>
    <message>
        <source>Alerts on</source>
        <translation>Alarmiert bei</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>External services</source>
        <translation>Fremde Dienste</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Tagesordnung</translation>
    </message>
    <message>
        <source>Watched for at least {hours} h after the end.</source>
        <translation>Mindestens {hours} h nach dem Ende beobachtet.</translation>
    </message>
    <message>
        <source>After the end</source>
        <translation>Nach dem Ende</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>Post-mortem meeting: {when}</source>
        <translation>Post-mortem-Besprechung: {when}</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>Wer kommt</translation>
    </message>
    <message>
        <source>Ground rules</source>
        <translation>Grundregeln</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Related documents</source>
        <translation>Verwandte Dokumente</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Support address</source>
        <translation>Support-Adresse</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>shipped with the program</source>
        <translation>mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Your own plan goes here</source>
        <translation>Hierhin kommt Ihr eigener Plan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>About this plan</source>
        <translation>Über diesen Plan</translation>
    </message>
    <message>
        <source>checked, no problem</source>
        <translation>geprüft, kein Problem</translation>
    </message>
    <message>
        <source>problems found: {count}</source>
        <translation>gefundene Probleme: {count}</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>↑ ↓ choose a part · PgUp PgDn scroll · Ctrl+F find</source>
        <translation>↑ ↓ Teil wählen · Bild↑ Bild↓ blättern · Strg+F suchen</translation>
    </message>
    <message>
        <source>Find in the plan</source>
        <translation>Im Plan suchen</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Teile des Plans</translation>
    </message>
    <message>
        <source>&amp;Part of the plan</source>
        <translation>&amp;Teil des Plans</translation>
    </message>
    <message>
        <source>Nothing in the plan holds “{words}”.</source>
        <translation>Nichts im Plan enthält „{words}“.</translation>
    </message>
</context>
<context>
    <name>PostmortemView</name>
    <message>
        <source>Post-mortem document</source>
        <translation>Post-mortem-Dokument</translation>
    </message>
    <message>
        <source>Save the post-mortem</source>
        <translation>Das Post-mortem speichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Export the record and the post-mortem to</source>
        <translation>Protokoll und Post-mortem exportieren nach</translation>
    </message>
    <message>
        <source>&amp;Copy document</source>
        <translation>Dokument &amp;kopieren</translation>
    </message>
    <message>
        <source>E&amp;xport record…</source>
        <translation>Protokoll e&amp;xportieren …</translation>
    </message>
    <message>
        <source>The incident&apos;s record as JSON and Markdown, and the post-mortem</source>
        <translation>Das Protokoll des Vorfalls als JSON und Markdown, und das Post-mortem</translation>
    </message>
    <message>
        <source>Save as &amp;file…</source>
        <translation>Als &amp;Datei speichern …</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Post-mortem</source>
        <translation>Post-mortem</translation>
    </message>
    <message>
        <source>A post-mortem is made from the record as soon as an incident is resolved. None is yet.</source>
        <translation>Ein Post-mortem entsteht aus dem Protokoll, sobald ein Vorfall behoben ist. Noch ist es keiner.</translation>
    </message>
    <message>
        <source>Post-mortem: {title}</source>
        <translation>Post-mortem: {title}</translation>
    </message>
    <message>
        <source>The incident is still open</source>
        <translation>Der Vorfall ist noch offen</translation>
    </message>
    <message>
        <source>Draft, from the record</source>
        <translation>Entwurf, aus dem Protokoll</translation>
    </message>
    <message>
        <source>Only the beginning is shown. The whole document is saved.</source>
        <translation>Nur der Anfang wird gezeigt. Gespeichert wird das ganze Dokument.</translation>
    </message>
    <message>
        <source>Saved {names}</source>
        <translation>{names} gespeichert</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
    <message>
        <source>&amp;Put it on the status page…</source>
        <translation>Auf die &amp;Statusseite setzen …</translation>
    </message>
    <message>
        <source>&amp;Publish it on the status page…</source>
        <translation>Auf der &amp;Statusseite veröffentlichen …</translation>
    </message>
    <message>
        <source>On the status page</source>
        <translation>Auf der Statusseite</translation>
    </message>
    <message>
        <source>{places}; nobody was notified</source>
        <translation>{places}; niemand wurde benachrichtigt</translation>
    </message>
    <message>
        <source>May have arrived</source>
        <translation>Kann angekommen sein</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not on the status page</source>
        <translation>Nicht auf der Statusseite</translation>
    </message>
    <message>
        <source>Putting it on the status page…</source>
        <translation>Wird auf die Statusseite gesetzt …</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The whole document is in the clipboard, as Markdown.</source>
        <translation>Das ganze Dokument liegt als Markdown in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Previews</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Exec.</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Pager</source>
        <translation>Pager</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Slack preview</source>
        <translation>Slack-Vorschau</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Status page preview</source>
        <translation>Statusseiten-Vorschau</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Email preview</source>
        <translation>E-Mail-Vorschau</translation>
    </message>
    <message>
        <source>Executive</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Executive preview</source>
        <translation>Leitungs-Vorschau</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>PagerDuty preview</source>
        <translation>PagerDuty-Vorschau</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Copy preview</source>
        <translation>Kopie-Vorschau</translation>
    </message>
    <message>
        <source>Changed since you looked</source>
        <translation>Geändert, seit Sie hingesehen haben</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, geändert</translation>
    </message>
    <message>
        <source>Nothing goes here in this round.</source>
        <translation>Hierhin geht in dieser Runde nichts.</translation>
    </message>
    <message>
        <source>As its readers will see it · {count} characters</source>
        <translation>So sehen es die Leser · {count} Zeichen</translation>
    </message>
    <message>
        <source> of at most {limit}</source>
        <translation> von höchstens {limit}</translation>
    </message>
    <message>
        <source> · new since {time} in green</source>
        <translation> · neu seit {time} in Grün</translation>
    </message>
    <message>
        <source>Incident Composer</source>
        <translation>Incident Composer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>The same mail as plain text</source>
        <translation>Dieselbe E-Mail als reiner Text</translation>
    </message>
    <message>
        <source>customers, a mail each</source>
        <translation>Kunden, je eine E-Mail</translation>
    </message>
    <message>
        <source>executives, a mail each</source>
        <translation>die Leitung, je eine E-Mail</translation>
    </message>
    <message>
        <source>… the rest is not shown here; it is sent whole</source>
        <translation>… der Rest steht hier nicht; gesendet wird alles</translation>
    </message>
    <message>
        <source>(no public title yet)</source>
        <translation>(noch kein öffentlicher Titel)</translation>
    </message>
    <message>
        <source>This message can&apos;t be filled yet.</source>
        <translation>Diese Meldung kann noch nicht gefüllt werden.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Opening the record…</source>
        <translation>Das Protokoll wird geöffnet …</translation>
    </message>
    <message>
        <source>It is not used; what was in force, or what is shipped, counts. Nothing typed is lost.</source>
        <translation>Es wird nicht benutzt; es gilt, was in Kraft war oder mitgeliefert ist. Nichts Getipptes ist verloren.</translation>
    </message>
    <message>
        <source> Problems in all: {count}.</source>
        <translation> Probleme insgesamt: {count}.</translation>
    </message>
    <message>
        <source>Show the &amp;problems</source>
        <translation>&amp;Probleme zeigen</translation>
    </message>
</context>
<context>
    <name>PublishPage</name>
    <message>
        <source>What may have arrived is never sent again until the service, or you, have looked. What gets old or overtaken asks before it leaves.</source>
        <translation>Was vielleicht angekommen ist, wird nie noch einmal gesendet, ehe der Dienst oder Sie nachgesehen haben. Was veraltet oder überholt ist, fragt, bevor es geht.</translation>
    </message>
    <message>
        <source>&amp;Pause what has not left</source>
        <translation>An&amp;halten, was noch nicht hinaus ist</translation>
    </message>
    <message>
        <source>Open the practice &amp;status page</source>
        <translation>Übungs-&amp;Statusseite öffnen</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Was als Nächstes geschieht</translation>
    </message>
    <message>
        <source>Update {number}</source>
        <translation>Meldung {number}</translation>
    </message>
    <message numerus="yes">
        <source>published {time} · %n deliveries</source>
        <translation>
            <numerusform>veröffentlicht {time} · %n Zustellung</numerusform>
            <numerusform>veröffentlicht {time} · %n Zustellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Held: nothing sent yet</source>
        <translation>Zurückgehalten: noch nichts gesendet</translation>
    </message>
    <message>
        <source>Esc takes it back</source>
        <translation>Esc nimmt es zurück</translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation>{count} gesendet</translation>
    </message>
    <message>
        <source>{count} under way</source>
        <translation>{count} unterwegs</translation>
    </message>
    <message>
        <source>{count} not sent</source>
        <translation>{count} nicht gesendet</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} zu entscheiden</translation>
    </message>
    <message>
        <source>{count} to send by hand</source>
        <translation>{count} von Hand zu senden</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
</context>
<context>
    <name>PublishPresenter</name>
    <message>
        <source>It did not leave.</source>
        <translation>Es ging nicht hinaus.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Declare incident</source>
        <translation>Vorfall melden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Offene Vorfälle</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Übernehmen …</translation>
    </message>
    <message>
        <source>Take over a running incident</source>
        <translation>Einen laufenden Vorfall übernehmen</translation>
    </message>
    <message>
        <source>None. When one is open, its clock and what is due next stand here.</source>
        <translation>Keine. Ist einer offen, stehen hier seine Uhr und was als Nächstes fällig ist.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachbereitung</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>for example payments failing on Stripe and PayPal</source>
        <translation>zum Beispiel: Zahlungen über Stripe und PayPal schlagen fehl</translation>
    </message>
</context>
<context>
    <name>RecipientsDialog</name>
    <message>
        <source>Recipients of “{title}”</source>
        <translation>Empfänger von „{title}“</translation>
    </message>
    <message>
        <source>For this mail alone. Nothing is sent by this.</source>
        <translation>Nur für diese E-Mail. Gesendet wird damit nichts.</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>Andere &amp;Datei wählen …</translation>
    </message>
    <message>
        <source>The &amp;usual list</source>
        <translation>Die &amp;übliche Liste</translation>
    </message>
    <message>
        <source>How &amp;many leave first</source>
        <translation>Wie &amp;viele zuerst hinausgehen</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>{count}, then it waits until you let the rest go</source>
        <translation>{count}, dann wartet es, bis Sie den Rest hinauslassen</translation>
    </message>
    <message>
        <source>&amp;Take these recipients</source>
        <translation>Diese Empfänger ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>Nothing carries mail to customers here: a person sends it by hand.</source>
        <translation>Hier befördert nichts E-Mail an Kunden: Ein Mensch sendet sie von Hand.</translation>
    </message>
    <message>
        <source>Practice has made-up addresses on this computer; with a file, its names are practised with.</source>
        <translation>Die Übung hat erfundene Adressen auf diesem Rechner; mit einer Datei wird mit deren Namen geübt.</translation>
    </message>
    <message>
        <source>It can&apos;t be used, so nothing is sent:</source>
        <translation>Sie ist nicht brauchbar, also wird nichts gesendet:</translation>
    </message>
    <message>
        <source>A file of customers</source>
        <translation>Eine Datei mit Kunden</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Who has “{title}”</source>
        <translation>Wer „{title}“ hat</translation>
    </message>
    <message>
        <source>&amp;Close the record</source>
        <translation>Protokoll &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Name or &amp;address holds</source>
        <translation>Name oder &amp;Adresse enthält</translation>
    </message>
    <message>
        <source>Name or address holds</source>
        <translation>Name oder Adresse enthält</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
</context>
<context>
    <name>RecipientsModel</name>
    <message>
        <source>not mailed yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>has it</source>
        <translation>hat sie</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>may have it</source>
        <translation>hat sie vielleicht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Nothing goes out through it any more: what it carried goes by hand.</source>
        <translation>Hierüber geht nichts mehr hinaus: Was diesen Weg nahm, geht von Hand.</translation>
    </message>
    <message>
        <source>Its {what} is taken out of the keyring.</source>
        <translation>{what} wird aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>What was published through it stays in the record.</source>
        <translation>Was hierüber veröffentlicht wurde, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>RhythmDialog</name>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} Minuten</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>✓ filled from the record</source>
        <translation>✓ aus dem Protokoll gefüllt</translation>
    </message>
    <message>
        <source>{count} to fill in</source>
        <translation>{count} auszufüllen</translation>
    </message>
    <message>
        <source>{words} · overdue</source>
        <translation>{words} · überfällig</translation>
    </message>
    <message>
        <source>{words} · due in {left}</source>
        <translation>{words} · fällig in {left}</translation>
    </message>
</context>
<context>
    <name>SecurityFlag</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>This is a security incident</source>
        <translation>Dies ist ein Sicherheitsvorfall</translation>
    </message>
    <message>
        <source>Nothing is ticked for the public until you tick it.</source>
        <translation>Nichts Öffentliches ist angekreuzt, bis Sie es ankreuzen.</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>Home folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Own plan</source>
        <translation>Eigener Plan</translation>
    </message>
    <message>
        <source>Own templates</source>
        <translation>Eigene Vorlagen</translation>
    </message>
    <message>
        <source>Practice status page</source>
        <translation>Übungs-Statusseite</translation>
    </message>
    <message>
        <source>Practice mail</source>
        <translation>Übungs-E-Mails</translation>
    </message>
    <message>
        <source>Practice Slack transcript</source>
        <translation>Übungs-Slack-Mitschrift</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logdateien</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Incident Composer {version}</source>
        <translation>Incident Composer {version}</translation>
    </message>
    <message>
        <source>Every change counts at once.</source>
        <translation>Jede Änderung gilt sofort.</translation>
    </message>
    <message>
        <source>Who is at the keyboard</source>
        <translation>Wer an der Tastatur sitzt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>The name stands in the record beside what was published.</source>
        <translation>Der Name steht im Protokoll neben dem, was veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Practice or live</source>
        <translation>Übung oder live</translation>
    </message>
    <message>
        <source>P&amp;ractice: nothing leaves this computer, every text says DRILL</source>
        <translation>&amp;Übung: Nichts verlässt diesen Rechner, jeder Text sagt DRILL</translation>
    </message>
    <message>
        <source>&amp;Live: real incidents, by hand where nothing is connected</source>
        <translation>&amp;Live: echte Vorfälle, von Hand, wo nichts verbunden ist</translation>
    </message>
    <message>
        <source>While a round is held, Esc takes all of it back. Mail to customers is held at least {seconds:g} s, unless there is no hold at all.</source>
        <translation>Solange eine Runde wartet, nimmt Esc alles zurück. E-Mails an Kunden warten mindestens {seconds:g} s, außer es gibt gar keine Wartezeit.</translation>
    </message>
    <message>
        <source>Lang&amp;uage of the window</source>
        <translation>S&amp;prache des Fensters</translation>
    </message>
    <message>
        <source>Open the practice status &amp;page</source>
        <translation>Übungs-Status&amp;seite öffnen</translation>
    </message>
    <message>
        <source>In force: {plan}. Templates checked: {count}, of them your own: {own}.</source>
        <translation>In Kraft: {plan}. Geprüfte Vorlagen: {count}, davon eigene: {own}.</translation>
    </message>
    <message>
        <source>Each has a record of its own; open incidents stay where they are.</source>
        <translation>Beide haben ein eigenes Protokoll; offene Vorfälle bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Connec&amp;tions…</source>
        <translation>&amp;Verbindungen …</translation>
    </message>
    <message>
        <source>Sending and reminding</source>
        <translation>Senden und erinnern</translation>
    </message>
    <message>
        <source>As the plan says ({seconds:g} s)</source>
        <translation>Wie der Plan es sagt ({seconds:g} s)</translation>
    </message>
    <message>
        <source>{seconds:g} s</source>
        <translation>{seconds:g} s</translation>
    </message>
    <message>
        <source>No hold</source>
        <translation>Keine Wartezeit</translation>
    </message>
    <message>
        <source>&amp;Hold before anything leaves</source>
        <translation>&amp;Wartezeit, bevor etwas hinausgeht</translation>
    </message>
    <message>
        <source>&amp;Sound when a message becomes due</source>
        <translation>&amp;Ton, wenn eine Meldung fällig wird</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Spoken when the window is opened again. Messages, plan and record stay in the plan&apos;s language.</source>
        <translation>Gilt, sobald das Fenster wieder geöffnet wird. Meldungen, Plan und Protokoll bleiben in der Sprache des Plans.</translation>
    </message>
    <message>
        <source>Plan and templates</source>
        <translation>Plan und Vorlagen</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Noch einmal p&amp;rüfen</translation>
    </message>
    <message>
        <source>Where the files are</source>
        <translation>Wo die Dateien liegen</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gespeichert {time}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>✓ No problem</source>
        <translation>✓ Kein Problem</translation>
    </message>
</context>
<context>
    <name>Severities</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>{least} % or more</source>
        <translation>{least} % oder mehr</translation>
    </message>
    <message>
        <source>less than {more} %</source>
        <translation>weniger als {more} %</translation>
    </message>
    <message>
        <source>{least} to {more} %</source>
        <translation>{least} bis {more} %</translation>
    </message>
    <message>
        <source>{question}, roughly</source>
        <translation>{question}, ungefähr</translation>
    </message>
    <message>
        <source>Rest on a card to see the plan&apos;s examples.</source>
        <translation>Verweilen Sie auf einer Karte, um die Beispiele des Plans zu sehen.</translation>
    </message>
    <message>
        <source>{severity}: {impact}. Told: {told}. Roll back: {rollback}.</source>
        <translation>{severity}: {impact}. Benachrichtigt: {told}. Zurückrollen: {rollback}.</translation>
    </message>
    <message>
        <source>{severity}, for example: {examples}.</source>
        <translation>{severity}, zum Beispiel: {examples}.</translation>
    </message>
    <message>
        <source>Nothing answered yet: in doubt, choose the higher one.</source>
        <translation>Noch nichts beantwortet: Im Zweifel wählen Sie den höheren Grad.</translation>
    </message>
    <message>
        <source>Suggests {severity} {because}</source>
        <translation>Vorschlag {severity} {because}</translation>
    </message>
    <message>
        <source>{words}; in doubt the higher one</source>
        <translation>{words}; im Zweifel der höhere</translation>
    </message>
    <message>
        <source>{words}. You chose {severity}</source>
        <translation>{words}. Sie haben {severity} gewählt</translation>
    </message>
</context>
<context>
    <name>SeverityButton</name>
    <message>
        <source>Severity {key}, change</source>
        <translation>Schweregrad {key}, ändern</translation>
    </message>
</context>
<context>
    <name>SeverityCard</name>
    <message>
        <source>no incident: log a ticket</source>
        <translation>kein Vorfall: Ticket anlegen</translation>
    </message>
    <message>
        <source>{impact}. Respond within {response}, resolve within {resolution}.</source>
        <translation>{impact}. Reaktion: {response}, Behebung: {resolution}.</translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>Zum Beispiel:</translation>
    </message>
</context>
<context>
    <name>SkipsList</name>
    <message>
        <source>{what} at {time} UTC: {why}</source>
        <translation>{what} um {time} UTC: {why}</translation>
    </message>
    <message>
        <source>Take the skip back</source>
        <translation>Auslassen zurücknehmen</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Zurücknehmen: {what}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>{time} published</source>
        <translation>{time} veröffentlicht</translation>
    </message>
    <message>
        <source>in this draft</source>
        <translation>in diesem Entwurf</translation>
    </message>
    <message>
        <source>asks when impact ended</source>
        <translation>fragt nach dem Ende</translation>
    </message>
</context>
<context>
    <name>StopDialog</name>
    <message>
        <source>Incident Composer</source>
        <translation>Incident Composer</translation>
    </message>
    <message>
        <source>The window can&apos;t be opened</source>
        <translation>Das Fenster kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>TakeLiveDialog</name>
    <message>
        <source>Is this incident real?</source>
        <translation>Ist dieser Vorfall echt?</translation>
    </message>
    <message>
        <source>“{title}” is declared in LIVE with the facts that you have now, and the window goes on there.</source>
        <translation>„{title}“ wird mit Ihren jetzigen Angaben in LIVE gemeldet, und das Fenster macht dort weiter.</translation>
    </message>
    <message>
        <source>Nothing is sent by this. What was published in practice stays there and reached nobody, so everything is due anew.</source>
        <translation>Dadurch wird nichts gesendet. Was in der Übung veröffentlicht wurde, bleibt dort und hat niemanden erreicht; darum ist alles neu fällig.</translation>
    </message>
    <message>
        <source>From then on, what you publish reaches real people through:</source>
        <translation>Von da an erreicht, was Sie veröffentlichen, echte Menschen über:</translation>
    </message>
    <message>
        <source>&amp;Switch to LIVE with it</source>
        <translation>Damit auf LIVE &amp;schalten</translation>
    </message>
    <message>
        <source>Settings switch back to practice.</source>
        <translation>Zurück zur Übung geht es in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>TakeoverPresenter</name>
    <message>
        <source>{status} since {time} · updates: {count}, the last: “{text}”</source>
        <translation>{status} seit {time} · Updates: {count}, das letzte: „{text}“</translation>
    </message>
    <message>
        <source>{status} since {time} · no update yet</source>
        <translation>{status} seit {time} · noch kein Update</translation>
    </message>
    <message>
        <source>{status} since {time} · {service}</source>
        <translation>{status} seit {time} · {service}</translation>
    </message>
    <message>
        <source>no topic</source>
        <translation>kein Thema</translation>
    </message>
</context>
<context>
    <name>TakeoverView</name>
    <message>
        <source>Take over a running incident</source>
        <translation>Einen laufenden Vorfall übernehmen</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>Er&amp;neut fragen</translation>
    </message>
    <message>
        <source>From another computer, or opened by somebody on the web. The services are only read: nothing is written there, and what was said there counts as said.</source>
        <translation>Von einem anderen Rechner, oder von jemandem im Web eröffnet. Die Dienste werden nur gelesen: Geschrieben wird dort nichts, und was dort gesagt wurde, gilt als gesagt.</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>Se&amp;verity</source>
        <translation>Sch&amp;weregrad</translation>
    </message>
    <message>
        <source>&amp;Title, for your team</source>
        <translation>&amp;Titel, für Ihr Team</translation>
    </message>
    <message>
        <source>Title, for your team</source>
        <translation>Titel, für Ihr Team</translation>
    </message>
    <message>
        <source>as the services say</source>
        <translation>wie die Dienste sagen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Switch to LIVE…</source>
        <translation>Auf LIVE &amp;schalten …</translation>
    </message>
    <message>
        <source>Take &amp;over</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>In your record as “{title}”: what is new there is added.</source>
        <translation>In Ihrem Protokoll als „{title}“: Was dort neu ist, kommt hinzu.</translation>
    </message>
    <message>
        <source>On the status page</source>
        <translation>Auf der Statusseite</translation>
    </message>
    <message>
        <source>In Slack</source>
        <translation>In Slack</translation>
    </message>
    <message>
        <source>At PagerDuty</source>
        <translation>Bei PagerDuty</translation>
    </message>
    <message>
        <source>an incident of its own</source>
        <translation>ein eigener Vorfall</translation>
    </message>
    <message>
        <source>{severity} {title} (adopt)</source>
        <translation>{severity} {title} (zuordnen)</translation>
    </message>
    <message>
        <source>Ad&amp;opt</source>
        <translation>Z&amp;uordnen</translation>
    </message>
    <message>
        <source>Practice reaches no service. What runs is read once you are LIVE.</source>
        <translation>Die Übung erreicht keinen Dienst. Was läuft, wird in LIVE gelesen.</translation>
    </message>
    <message>
        <source>Asking the services what runs there…</source>
        <translation>Die Dienste werden gefragt, was dort läuft …</translation>
    </message>
    <message>
        <source>Nothing is connected that could be asked. Add Slack, Statuspage or PagerDuty first.</source>
        <translation>Nichts ist verbunden, das gefragt werden könnte. Verbinden Sie zuerst Slack, Statuspage oder PagerDuty.</translation>
    </message>
    <message>
        <source>Nothing runs at the services that were asked: {accounts}.</source>
        <translation>Bei den gefragten Diensten läuft nichts: {accounts}.</translation>
    </message>
    <message>
        <source>Read from {accounts}. Tick what belongs to one incident.</source>
        <translation>Gelesen von {accounts}. Kreuzen Sie an, was zu einem Vorfall gehört.</translation>
    </message>
    <message>
        <source>Nothing was taken over</source>
        <translation>Nichts wurde übernommen</translation>
    </message>
    <message>
        <source>Reading what was said there…</source>
        <translation>Was dort gesagt wurde, wird gelesen …</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Executive</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>No incident at this severity: log a ticket</source>
        <translation>Kein Vorfall bei diesem Schweregrad: Ticket anlegen</translation>
    </message>
    <message>
        <source>Choose how bad it is</source>
        <translation>Wählen Sie, wie schlimm es ist</translation>
    </message>
    <message>
        <source>Needs {what}</source>
        <translation>Es fehlt: {what}</translation>
    </message>
    <message>
        <source>Ready: {ready} of {all}</source>
        <translation>Bereit: {ready} von {all}</translation>
    </message>
    <message>
        <source>{what} and {count} more</source>
        <translation>{what} und {count} weitere</translation>
    </message>
    <message>
        <source>{message} needs {what}</source>
        <translation>{message} braucht {what}</translation>
    </message>
    <message>
        <source>Impact: {impact}</source>
        <translation>Auswirkung: {impact}</translation>
    </message>
    <message>
        <source>Join {channel}</source>
        <translation>Kommen Sie in {channel}</translation>
    </message>
    <message>
        <source>First public post due {time}</source>
        <translation>Erste öffentliche Meldung fällig {time}</translation>
    </message>
    <message>
        <source>draft saved {time}</source>
        <translation>Entwurf gespeichert {time}</translation>
    </message>
    <message>
        <source>&amp;Publish {count} by hand</source>
        <translation>{count} von Hand &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>Nothing is ready any more: go back and look.</source>
        <translation>Nichts ist mehr bereit: Gehen Sie zurück und sehen Sie nach.</translation>
    </message>
    <message>
        <source>Invited as the plan says: {people}</source>
        <translation>Eingeladen, wie der Plan sagt: {people}</translation>
    </message>
    <message>
        <source>&amp;Publish {count} in practice</source>
        <translation>{count} in Übung &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Publish {count} to LIVE</source>
        <translation>{count} LIVE &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>No time for the next update is named.</source>
        <translation>Für die nächste Meldung ist keine Zeit genannt.</translation>
    </message>
    <message>
        <source>&amp;Insert “next update by {time} UTC”</source>
        <translation>„next update by {time} UTC“ &amp;einfügen</translation>
    </message>
    <message>
        <source>The page will say, under “{title}”</source>
        <translation>Die Seite sagt dann, unter „{title}“</translation>
    </message>
    <message>
        <source>what you typed stands there again</source>
        <translation>was Sie tippten, steht wieder da</translation>
    </message>
    <message>
        <source>Taken back: nothing was sent</source>
        <translation>Zurückgenommen: nichts wurde gesendet</translation>
    </message>
    <message>
        <source>the rows tell how each delivery stands</source>
        <translation>die Zeilen sagen, wie es um jede Zustellung steht</translation>
    </message>
    <message>
        <source>It has left already</source>
        <translation>Es ist schon hinausgegangen</translation>
    </message>
    <message>
        <source>{phase} was published meanwhile, not from this window</source>
        <translation>{phase} wurde inzwischen veröffentlicht, nicht aus diesem Fenster</translation>
    </message>
    <message>
        <source>this draft goes on from there</source>
        <translation>dieser Entwurf geht von dort aus weiter</translation>
    </message>
</context>
<context>
    <name>TemplatesView</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Your own copies lie in the templates folder of the home.</source>
        <translation>Eigene Kopien liegen im Vorlagenordner des Datenordners.</translation>
    </message>
    <message>
        <source>Te&amp;xt of the template</source>
        <translation>Te&amp;xt der Vorlage</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>Text der Vorlage</translation>
    </message>
    <message>
        <source>&amp;How it reads</source>
        <translation>So &amp;liest sie sich</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>So liest sie sich</translation>
    </message>
    <message>
        <source>&amp;Make my own copy</source>
        <translation>&amp;Eigene Kopie anlegen</translation>
    </message>
    <message>
        <source>&amp;Save my copy</source>
        <translation>Meine Kopie &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Remove my copy…</source>
        <translation>Meine Kopie e&amp;ntfernen …</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>has a problem, not used</source>
        <translation>hat ein Problem, nicht benutzt</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>{name} · channel {channel} · audience {audience} · phases: {phases} · severities: {severities} · required: {required}</source>
        <translation>{name} · Kanal {channel} · Leser {audience} · Phasen: {phases} · Schweregrade: {severities} · nötig: {required}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>✓ Checked, no problem</source>
        <translation>✓ Geprüft, kein Problem</translation>
    </message>
    <message>
        <source>Shown again once the text has no problem.</source>
        <translation>Wird wieder gezeigt, sobald der Text kein Problem hat.</translation>
    </message>
    <message>
        <source>a made-up incident, with examples</source>
        <translation>ein erdachter Vorfall mit Beispielen</translation>
    </message>
    <message>
        <source>On: {incident}</source>
        <translation>An: {incident}</translation>
    </message>
    <message>
        <source>Your copy no longer counts</source>
        <translation>Ihre Kopie gilt nicht mehr</translation>
    </message>
    <message>
        <source>what was in it is kept as {file}</source>
        <translation>ihr Inhalt bleibt als {file} erhalten</translation>
    </message>
    <message>
        <source>Saved, and in force</source>
        <translation>Gespeichert und in Kraft</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>No incident is declared at this severity. Log this ticket instead:</source>
        <translation>Bei diesem Schweregrad wird kein Vorfall gemeldet. Legen Sie stattdessen dieses Ticket an:</translation>
    </message>
    <message>
        <source>Ticket text</source>
        <translation>Ticket-Text</translation>
    </message>
    <message>
        <source>Cop&amp;y ticket text</source>
        <translation>Ticket-Text &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>in 15 minutes</source>
        <translation>in 15 Minuten</translation>
    </message>
    <message>
        <source>in 30 minutes</source>
        <translation>in 30 Minuten</translation>
    </message>
    <message>
        <source>in 60 minutes</source>
        <translation>in 60 Minuten</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>vor {count} min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Add an event</source>
        <translation>Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Add an event: 14:36 rolled back eu-west …</source>
        <translation>Ereignis: 14:36 eu-west zurückgerollt …</translation>
    </message>
    <message>
        <source>&amp;Add event</source>
        <translation>Ereignis &amp;eintragen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search messages</source>
        <translation>Meldungen durchsuchen</translation>
    </message>
    <message>
        <source>Search, &gt; for commands (Ctrl+K)</source>
        <translation>Suchen, &gt; für Befehle (Strg+K)</translation>
    </message>
    <message>
        <source>Search messages and incidents</source>
        <translation>Nachrichten und Vorfälle suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>PagerDuty</source>
        <translation>PagerDuty</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>practice, on this computer</source>
        <translation>Übung, auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>The live record can&apos;t be opened</source>
        <translation>Das Live-Protokoll kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Practice can&apos;t be opened</source>
        <translation>Die Übung kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>No file was changed. Drafts and messages are as they were.</source>
        <translation>Keine Datei wurde geändert. Entwürfe und Meldungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on in &amp;practice</source>
        <translation>In der &amp;Übung weitermachen</translation>
    </message>
    <message>
        <source>Open the &amp;live record, work by hand</source>
        <translation>&amp;Live-Protokoll öffnen, von Hand arbeiten</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>TryingMail</name>
    <message>
        <source>Send a &amp;test to myself</source>
        <translation>Einen &amp;Test an mich senden</translation>
    </message>
    <message>
        <source>&amp;Recipients and first batch…</source>
        <translation>&amp;Empfänger und erste Portion …</translation>
    </message>
    <message>
        <source>The test is being sent…</source>
        <translation>Der Test wird gesendet …</translation>
    </message>
    <message>
        <source>Test sent to {address} by {account}; nobody else got it.</source>
        <translation>Test an {address} über {account} gesendet; sonst erhielt ihn niemand.</translation>
    </message>
    <message>
        <source>The test was not sent: {error}</source>
        <translation>Der Test wurde nicht gesendet: {error}</translation>
    </message>
    <message>
        <source>There is no mail to write now</source>
        <translation>Jetzt ist keine E-Mail zu schreiben</translation>
    </message>
</context>
<context>
    <name>WelcomeOpening</name>
    <message>
        <source>One set of facts, every message, one act</source>
        <translation>Einmal Angaben, alle Meldungen, ein Schritt</translation>
    </message>
    <message>
        <source>Declare an incident, type what you know once, see every message as its readers will, publish them together, and keep the record.</source>
        <translation>Melden Sie einen Vorfall, tippen Sie einmal, was Sie wissen, sehen Sie jede Meldung so wie ihre Leser, veröffentlichen Sie alle zusammen, und behalten Sie das Protokoll.</translation>
    </message>
</context>
<context>
    <name>WelcomePresenter</name>
    <message>
        <source>Plan: {name} {version}</source>
        <translation>Plan: {name} {version}</translation>
    </message>
    <message>
        <source>{plan} · all templates checked, no problem</source>
        <translation>{plan} · alle Vorlagen geprüft, kein Problem</translation>
    </message>
    <message>
        <source>{plan} · problems found: {count}, see Settings</source>
        <translation>{plan} · gefundene Probleme: {count}, siehe Einstellungen</translation>
    </message>
    <message>
        <source>respond {response} · resolve {resolution}</source>
        <translation>Reaktion {response} · Behebung {resolution}</translation>
    </message>
    <message>
        <source>no incident: log a ticket</source>
        <translation>kein Vorfall: Ticket anlegen</translation>
    </message>
    <message>
        <source>customers after it ends</source>
        <translation>Kunden nach dem Ende</translation>
    </message>
    <message>
        <source>customers after it ends, if down over {minutes} min</source>
        <translation>Kunden nach dem Ende, wenn über {minutes} min gestört</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>status page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>executives</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>F1 keys · F2 the plan</source>
        <translation>F1 Tasten · F2 der Plan</translation>
    </message>
    <message>
        <source>One set of facts, every message, one act</source>
        <translation>Einmal Angaben, alle Meldungen, ein Schritt</translation>
    </message>
    <message>
        <source>Declare an incident, type what you know once, see every message as its readers will, publish them together, and keep the record.</source>
        <translation>Melden Sie einen Vorfall, tippen Sie einmal, was Sie wissen, sehen Sie jede Meldung so wie ihre Leser, veröffentlichen Sie alle zusammen, und behalten Sie das Protokoll.</translation>
    </message>
    <message>
        <source>Practise now</source>
        <translation>Jetzt üben</translation>
    </message>
    <message>
        <source>Takes you through a payment outage in five minutes. Everything stays on this computer: a local status page, a mail folder, a Slack transcript.</source>
        <translation>Führt Sie in fünf Minuten durch einen Zahlungsausfall. Alles bleibt auf diesem Rechner: eine örtliche Statusseite, ein E-Mail-Ordner, eine Slack-Mitschrift.</translation>
    </message>
    <message>
        <source>Switch to &amp;practice</source>
        <translation>Zur &amp;Übung wechseln</translation>
    </message>
    <message>
        <source>Start a &amp;practice incident</source>
        <translation>&amp;Übungsvorfall beginnen</translation>
    </message>
    <message>
        <source>Open the &amp;status page</source>
        <translation>&amp;Statusseite öffnen</translation>
    </message>
    <message>
        <source>Connect your services</source>
        <translation>Dienste verbinden</translation>
    </message>
    <message>
        <source>Slack, Statuspage, SendGrid or SMTP, PagerDuty. Tokens go into this computer&apos;s keyring. You can connect later; nothing is sent until you switch to LIVE.</source>
        <translation>Slack, Statuspage, SendGrid oder SMTP, PagerDuty. Zugangsschlüssel kommen in den Schlüsselbund dieses Rechners. Sie können später verbinden; gesendet wird erst, wenn Sie auf LIVE schalten.</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>&amp;Verbindungen …</translation>
    </message>
    <message>
        <source>&amp;Take over a running incident…</source>
        <translation>Einen laufenden Vorfall über&amp;nehmen …</translation>
    </message>
    <message>
        <source>You are live: what you publish reaches real people</source>
        <translation>Sie sind LIVE: was Sie veröffentlichen, erreicht wirkliche Menschen</translation>
    </message>
    <message>
        <source>Declare, and what is connected carries it; the rest you paste and mark as sent.</source>
        <translation>Ausrufen, und was verbunden ist, trägt es hinaus; das Übrige fügen Sie ein und vermerken es als gesendet.</translation>
    </message>
    <message>
        <source>You are live, and nothing is connected</source>
        <translation>Sie sind live, und nichts ist verbunden</translation>
    </message>
    <message>
        <source>You work by hand: declare, paste each checked text into its tool, and mark it as sent.</source>
        <translation>Sie arbeiten von Hand: melden, jeden geprüften Text in sein Werkzeug einfügen und als gesendet markieren.</translation>
    </message>
    <message>
        <source>A real incident now, and nothing is connected?</source>
        <translation>Gerade ein echter Vorfall, und nichts ist verbunden?</translation>
    </message>
    <message>
        <source>Work by hand: the same texts, checked, to paste into each tool and mark as sent.</source>
        <translation>Arbeiten Sie von Hand: dieselben Texte, geprüft, zum Einfügen in jedes Werkzeug, als gesendet zu markieren.</translation>
    </message>
    <message>
        <source>Declare incident</source>
        <translation>Vorfall melden</translation>
    </message>
    <message>
        <source>Work by &amp;hand</source>
        <translation>Von &amp;Hand arbeiten</translation>
    </message>
    <message>
        <source>What your plan says</source>
        <translation>Was Ihr Plan sagt</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;Really in phase</source>
        <translation>&amp;Wirklich in Phase</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>&amp;It belongs to</source>
        <translation>&amp;Er gehört zu</translation>
    </message>
    <message>
        <source>Affected components, as they really are</source>
        <translation>Betroffene Komponenten, wie es wirklich ist</translation>
    </message>
    <message>
        <source>Tell the page&apos;s subscribers</source>
        <translation>Die Abonnenten der Seite benachrichtigen</translation>
    </message>
    <message>
        <source>Say nothing: only change the words in place</source>
        <translation>Nichts sagen: nur die Worte an Ort und Stelle ändern</translation>
    </message>
    <message>
        <source>Readers see the new words and no sign of the old ones. The timeline keeps both.</source>
        <translation>Leser sehen die neuen Worte und keine Spur der alten. Der Ablauf behält beide.</translation>
    </message>
    <message>
        <source>Wh&amp;y it is put right</source>
        <translation>Warum es ri&amp;chtiggestellt wird</translation>
    </message>
    <message>
        <source>Why it is put right</source>
        <translation>Warum es richtiggestellt wird</translation>
    </message>
    <message>
        <source>stands in the record, and is sent to nobody</source>
        <translation>steht im Protokoll und wird an niemanden gesendet</translation>
    </message>
    <message>
        <source>None of the open ones</source>
        <translation>Zu keinem der offenen</translation>
    </message>
    <message>
        <source>Edit the words there too: {message}</source>
        <translation>Auch dort die Worte ändern: {message}</translation>
    </message>
    <message>
        <source>As it should read: {message}</source>
        <translation>Wie es lauten soll: {message}</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Worte</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>The words are longer than {count} letters.</source>
        <translation>Die Worte sind länger als {count} Zeichen.</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Being assessed</source>
        <translation>Wird noch geprüft</translation>
    </message>
    <message>
        <source>{label}: what is affected</source>
        <translation>{label}: was betroffen ist</translation>
    </message>
    <message>
        <source>What is affected?</source>
        <translation>Was ist betroffen?</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Declare incident</source>
        <translation>Vorfall melden</translation>
    </message>
    <message>
        <source>Start from a PagerDuty incident</source>
        <translation>Aus einem PagerDuty-Vorfall beginnen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Take back, or go back</source>
        <translation>Zurücknehmen oder zurückgehen</translation>
    </message>
    <message>
        <source>Nothing new, keep the promise</source>
        <translation>Nichts Neues, Zusage halten</translation>
    </message>
    <message>
        <source>Search messages, or &gt; for commands</source>
        <translation>Meldungen suchen, oder &gt; für Befehle</translation>
    </message>
    <message>
        <source>First phase</source>
        <translation>Erste Phase</translation>
    </message>
    <message>
        <source>Second phase</source>
        <translation>Zweite Phase</translation>
    </message>
    <message>
        <source>Third phase</source>
        <translation>Dritte Phase</translation>
    </message>
    <message>
        <source>Fourth phase</source>
        <translation>Vierte Phase</translation>
    </message>
    <message>
        <source>Fifth phase</source>
        <translation>Fünfte Phase</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>Add a note at PagerDuty</source>
        <translation>Eine Notiz bei PagerDuty hinzufügen</translation>
    </message>
    <message>
        <source>Page for help by PagerDuty</source>
        <translation>Per PagerDuty um Hilfe rufen</translation>
    </message>
    <message>
        <source>Read PagerDuty&apos;s log into the timeline</source>
        <translation>PagerDutys Log in den Ablauf lesen</translation>
    </message>
    <message>
        <source>Correct what was sent…</source>
        <translation>Gesendetes berichtigen …</translation>
    </message>
    <message>
        <source>Take over a running incident…</source>
        <translation>Einen laufenden Vorfall übernehmen …</translation>
    </message>
    <message>
        <source>Recipients of the mail to customers</source>
        <translation>Empfänger der E-Mail an Kunden</translation>
    </message>
    <message>
        <source>Send a test of the mail to myself</source>
        <translation>Einen Test der E-Mail an mich senden</translation>
    </message>
    <message>
        <source>Pause the mail, or go on with it</source>
        <translation>Die E-Mail anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Who has the mail</source>
        <translation>Wer die E-Mail hat</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
    <message>
        <source>Open the practice status page</source>
        <translation>Übungs-Statusseite öffnen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>widget</name>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
</context>
</TS>
