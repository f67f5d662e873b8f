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
        <source>Waits for approval: {what} (F8)</source>
        <translation>Wartet auf Freigabe: {what} (F8)</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>the whole round</source>
        <translation>die ganze Runde</translation>
    </message>
    <message>
        <source>Needed for {what}: 1 fact (F8)</source>
        <translation>Nötig für {what}: 1 Angabe (F8)</translation>
    </message>
    <message>
        <source>Needed for {what}: {count} facts (F8)</source>
        <translation>Nötig für {what}: {count} Angaben (F8)</translation>
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
        <source>by voice</source>
        <translation>mündlich</translation>
    </message>
    <message>
        <source>by chat</source>
        <translation>im Chat</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>persönlich</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>✓ approved by {names} · text {code}</source>
        <translation>✓ freigegeben von {names} · Text {code}</translation>
    </message>
    <message>
        <source>needs approval by {who}, once its problems are put right</source>
        <translation>braucht die Freigabe von {who}, sobald die Probleme behoben sind</translation>
    </message>
    <message>
        <source>✓ approved by {names}
○ still needs {who} · text {code}</source>
        <translation>✓ freigegeben von {names}
○ es fehlt noch {who} · Text {code}</translation>
    </message>
    <message>
        <source>✕ approval by {names} was for an earlier text
○ needs approval by {who} · text {code}</source>
        <translation>✕ die Freigabe von {names} galt einem früheren Text
○ braucht die Freigabe von {who} · Text {code}</translation>
    </message>
    <message>
        <source>✕ approval by {names} has lapsed
○ needs approval by {who} · text {code}</source>
        <translation>✕ die Freigabe von {names} ist abgelaufen
○ braucht die Freigabe von {who} · Text {code}</translation>
    </message>
    <message>
        <source>○ needs approval by {who} · text {code}</source>
        <translation>○ braucht die Freigabe von {who} · Text {code}</translation>
    </message>
    <message>
        <source>“{gone}” → “{new}”</source>
        <translation>„{gone}“ → „{new}“</translation>
    </message>
    <message>
        <source>new: “{new}”</source>
        <translation>neu: „{new}“</translation>
    </message>
    <message>
        <source>gone: “{gone}”</source>
        <translation>entfallen: „{gone}“</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>✓ Approved by {who}, {way}, {time} UTC, text {code}</source>
        <translation>✓ Freigegeben von {who}, {way}, {time} UTC, Text {code}</translation>
    </message>
    <message>
        <source>✕ Approved by {who}, {way}, {time} UTC: lapsed</source>
        <translation>✕ Freigegeben von {who}, {way}, {time} UTC: abgelaufen</translation>
    </message>
    <message>
        <source>✕ Approved by {who}, {way}, {time} UTC: that was for an earlier text</source>
        <translation>✕ Freigegeben von {who}, {way}, {time} UTC: galt einem früheren Text</translation>
    </message>
    <message>
        <source>{name} ({role})</source>
        <translation>{name} ({role})</translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation>Titel: {title}</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>Betreff: {subject}</translation>
    </message>
    <message>
        <source>Once the page has accepted, it becomes:

{text}</source>
        <translation>Sobald die Seite angenommen hat, wird daraus:

{text}</translation>
    </message>
    <message>
        <source>{message}: waits for approval by {who}</source>
        <translation>{message}: wartet auf die Freigabe von {who}</translation>
    </message>
    <message>
        <source>If you agree to exactly this text, answer with its code: {code} ({spoken})</source>
        <translation>Wenn Sie genau diesem Text zustimmen, antworten Sie mit seinem Code: {code} ({spoken})</translation>
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
        <source>who needs to know: {count}</source>
        <translation>wer es wissen muss: {count}</translation>
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
        <source>{who} (how many is not known)</source>
        <translation>{who} (wie viele, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>{name} in {count} workspaces</source>
        <translation>{name} in {count} Arbeitsbereichen</translation>
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
        <source>everyone who reads it; it has no subscribers to tell</source>
        <translation>alle, die sie lesen; sie hat keine Abonnenten</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>a new private channel; invited: {count}</source>
        <translation>ein neuer privater Kanal; eingeladen: {count}</translation>
    </message>
    <message>
        <source>a new channel; nobody is invited</source>
        <translation>ein neuer Kanal; niemand wird eingeladen</translation>
    </message>
    <message>
        <source>a new channel; 1 is invited</source>
        <translation>ein neuer Kanal; 1 Person wird eingeladen</translation>
    </message>
    <message>
        <source>a new channel; {count} are invited</source>
        <translation>ein neuer Kanal; {count} werden eingeladen</translation>
    </message>
    <message>
        <source>everyone in the channel: {count} members (counted {time})</source>
        <translation>alle im Kanal: {count} Mitglieder (gezählt {time})</translation>
    </message>
    <message>
        <source>customers by mail</source>
        <translation>Kunden per Mail</translation>
    </message>
    <message>
        <source>{count} public audiences at once: {names}</source>
        <translation>{count} öffentliche Kreise zugleich: {names}</translation>
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
        <source>{message}, changed since {time} UTC</source>
        <translation>{message}, geändert seit {time} UTC</translation>
    </message>
    <message>
        <source>{message} (blocked)</source>
        <translation>{message} (gesperrt)</translation>
    </message>
    <message>
        <source>{message} (not ticked)</source>
        <translation>{message} (nicht angekreuzt)</translation>
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
        <source>line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>{file} line {line}</source>
        <translation>{file} Zeile {line}</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>the status page</source>
        <translation>die Statusseite</translation>
    </message>
    <message>
        <source>customer email</source>
        <translation>Kunden-E-Mail</translation>
    </message>
    <message>
        <source>executives</source>
        <translation>die Leitung</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>gerade im Versand</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>zu alt</translation>
    </message>
    <message>
        <source>sent by hand</source>
        <translation>von Hand gesendet</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>im Zweifel</translation>
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
        <source>On the status page runs already: {incident}. Nothing was sent.</source>
        <translation>Auf der Statusseite läuft schon: {incident}. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The page has more than {count} incidents, so ours can&apos;t be looked for among them. Look at the page.</source>
        <translation>Die Seite hat mehr als {count} Vorfälle, deshalb lässt sich unserer nicht unter ihnen suchen. Sehen Sie sich die Seite an.</translation>
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
        <source>The answer is not SendGrid&apos;s: something on the way may have given it. Consider a new API key.</source>
        <translation>Die Antwort ist nicht von SendGrid: Etwas auf dem Weg kann sie gegeben haben. Denken Sie an einen neuen API-Schlüssel.</translation>
    </message>
    <message>
        <source>The service refused it ({status}){told}. Enter its token again under Connections, or a new one: it may have been revoked.</source>
        <translation>Der Dienst hat abgelehnt ({status}){told}. Geben Sie das Token unter Verbindungen neu ein, oder ein neues: Es kann widerrufen sein.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for a port with encryption, and set port and security under Connections.</source>
        <translation>Fragen Sie den Verwalter des Servers nach einem Port mit Verschlüsselung, und stellen Sie port und security unter Verbindungen ein.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator; port 465 with security tls may be open.</source>
        <translation>Fragen Sie den Verwalter des Servers; Port 465 mit security tls kann offen sein.</translation>
    </message>
    <message>
        <source>Check port and security under Connections: starttls is usual at port 587, tls at 465. A server that speaks no TLS 1.2 has to be brought up to date.</source>
        <translation>Prüfen Sie port und security unter Verbindungen: starttls ist an Port 587 üblich, tls an 465. Ein Server, der kein TLS 1.2 spricht, muss erneuert werden.</translation>
    </message>
    <message>
        <source>Check it again; if it stays so, look at the service&apos;s own status page, and at its address and the proxy under Connections.</source>
        <translation>Prüfen Sie noch einmal; bleibt es so, sehen Sie auf die Statusseite des Dienstes, und auf seine Adresse und den Proxy unter Verbindungen.</translation>
    </message>
    <message>
        <source>{host} takes mail without encryption.</source>
        <translation>{host} nimmt E-Mail unverschlüsselt an.</translation>
    </message>
    <message>
        <source>The {what} for {account} has a space in it, so it can&apos;t be right.</source>
        <translation>{what} für {account} enthält ein Leerzeichen und kann nicht stimmen.</translation>
    </message>
    <message>
        <source>The {what} for {account} has letters outside ASCII in it, so it can&apos;t be right.</source>
        <translation>{what} für {account} enthält Buchstaben außerhalb von ASCII und kann nicht stimmen.</translation>
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
        <source>Slack {channel}, by {account}: {count} members.</source>
        <translation>Slack {channel}, über {account}: {count} Mitglieder.</translation>
    </message>
    <message>
        <source>{channel}: {count} members.</source>
        <translation>{channel}: {count} Mitglieder.</translation>
    </message>
    <message>
        <source>SendGrid would take a mail from {sender}: asked in its sandbox, so nothing left.</source>
        <translation>SendGrid nähme eine Mail von {sender} an: in seiner Sandbox gefragt, also ging nichts hinaus.</translation>
    </message>
    <message>
        <source>SendGrid takes mail from {sender}. It has no sandbox there: the test mail went to {sender}.</source>
        <translation>SendGrid nimmt Mail von {sender} an. Dort hat es keine Sandbox: Die Probemail ging an {sender}.</translation>
    </message>
    <message>
        <source>SendGrid would not take a mail from {sender} ({status}){told}. Verify that sender at SendGrid, or set another one (from) under Connections.</source>
        <translation>SendGrid nähme keine Mail von {sender} an ({status}){told}. Bestätigen Sie diesen Absender bei SendGrid, oder nennen Sie unter Verbindungen einen anderen (from).</translation>
    </message>
    <message>
        <source>{host} does not offer STARTTLS, so nothing was sent to it, no password either.</source>
        <translation>{host} bietet kein STARTTLS an; nichts wurde dorthin gesendet, auch kein Passwort.</translation>
    </message>
    <message>
        <source>{host} refused to encrypt ({status} {words}), so nothing was sent to it, no password either.</source>
        <translation>{host} hat die Verschlüsselung abgelehnt ({status} {words}); nichts wurde dorthin gesendet, auch kein Passwort.</translation>
    </message>
    <message>
        <source>{host} and this computer could not agree on encryption, so nothing was sent: {reason}.</source>
        <translation>{host} und dieser Rechner konnten sich auf keine Verschlüsselung einigen; nichts wurde gesendet: {reason}.</translation>
    </message>
    <message>
        <source>{account} did not answer within {seconds} s.</source>
        <translation>{account} hat nicht innerhalb von {seconds} s geantwortet.</translation>
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
        <source>Adopt it; or send ours again, if that is another incident.</source>
        <translation>Übernehmen Sie ihn; oder senden Sie unseren noch einmal, wenn das ein anderer Vorfall ist.</translation>
    </message>
    <message>
        <source>Set its name and password under Connections (proxy).</source>
        <translation>Tragen Sie Name und Passwort unter Verbindungen (Proxy) ein.</translation>
    </message>
    <message>
        <source>Check the address and the clock of this computer; a proxy that opens encryption needs its certificate in the system&apos;s store.</source>
        <translation>Prüfen Sie die Adresse und die Uhr dieses Rechners; ein Proxy, der Verschlüsselung öffnet, braucht sein Zertifikat im Speicher des Systems.</translation>
    </message>
    <message>
        <source>only where the app is not in the channel yet</source>
        <translation>nur wo die App noch nicht im Kanal ist</translation>
    </message>
    <message>
        <source>only where the channel&apos;s id is not known yet</source>
        <translation>nur wo die Kennung des Kanals noch nicht bekannt ist</translation>
    </message>
    <message>
        <source>only where the components were not read in the last ten minutes</source>
        <translation>nur wo die Komponenten in den letzten zehn Minuten nicht gelesen wurden</translation>
    </message>
    <message>
        <source>There is no connection for this destination.</source>
        <translation>Für dieses Ziel gibt es keine Verbindung.</translation>
    </message>
    <message>
        <source>The program made a mistake ({mistake}).</source>
        <translation>Das Programm hat einen Fehler gemacht ({mistake}).</translation>
    </message>
    <message>
        <source>{done} of {count} copies have left; the rest waits for you.</source>
        <translation>{done} von {count} E-Mails sind weg; der Rest wartet auf Sie.</translation>
    </message>
    <message>
        <source>Some copies may have arrived.</source>
        <translation>Einige E-Mails können angekommen sein.</translation>
    </message>
    <message>
        <source>{count} recipients are left.</source>
        <translation>{count} Empfänger stehen noch aus.</translation>
    </message>
    <message>
        <source>No recipient was accepted.</source>
        <translation>Kein Empfänger wurde angenommen.</translation>
    </message>
    <message>
        <source>The page shows another post-mortem.</source>
        <translation>Die Seite zeigt ein anderes Post-mortem.</translation>
    </message>
    <message>
        <source>The answer belongs to another incident.</source>
        <translation>Die Antwort gehört zu einem anderen Vorfall.</translation>
    </message>
    <message>
        <source>Slack&apos;s answer belongs to another message.</source>
        <translation>Die Antwort von Slack gehört zu einer anderen Meldung.</translation>
    </message>
    <message>
        <source>Slack&apos;s answer belongs to another channel. The channel may have been made.</source>
        <translation>Die Antwort von Slack gehört zu einem anderen Kanal. Der Kanal kann angelegt worden sein.</translation>
    </message>
    <message>
        <source>The answer belongs to something else.</source>
        <translation>Die Antwort gehört zu etwas anderem.</translation>
    </message>
    <message>
        <source>The answer names nothing that was made.</source>
        <translation>Die Antwort nennt nichts, was angelegt wurde.</translation>
    </message>
    <message>
        <source>Not every copy was found.</source>
        <translation>Nicht jede E-Mail wurde gefunden.</translation>
    </message>
    <message>
        <source>The look-up failed: {mistake}.</source>
        <translation>Das Nachsehen ist misslungen: {mistake}.</translation>
    </message>
    <message>
        <source>Practice mode speaks to this computer only, so {host} was not contacted.</source>
        <translation>Die Übung spricht nur mit diesem Rechner, deshalb wurde {host} nicht angesprochen.</translation>
    </message>
    <message>
        <source>Switch to live mode to reach it.</source>
        <translation>Schalten Sie auf LIVE, um ihn zu erreichen.</translation>
    </message>
    <message>
        <source>Without encryption only this computer may be spoken to, so {host} was not contacted.</source>
        <translation>Unverschlüsselt darf nur mit diesem Rechner gesprochen werden, deshalb wurde {host} nicht angesprochen.</translation>
    </message>
    <message>
        <source>Use https (or TLS).</source>
        <translation>Nehmen Sie https (oder TLS).</translation>
    </message>
    <message>
        <source>All {count} addresses were refused.</source>
        <translation>Alle {count} Adressen wurden abgelehnt.</translation>
    </message>
    <message>
        <source>A mail that was sent can&apos;t be changed; send a correction.</source>
        <translation>Eine gesendete E-Mail lässt sich nicht ändern; senden Sie eine Berichtigung.</translation>
    </message>
    <message>
        <source>{address} is not a mail address.</source>
        <translation>{address} ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>No mail can be made for {address}: {reason}</source>
        <translation>Für {address} lässt sich keine E-Mail machen: {reason}</translation>
    </message>
    <message>
        <source>No mail can be made: {reason}</source>
        <translation>Es lässt sich keine E-Mail machen: {reason}</translation>
    </message>
    <message>
        <source>An empty address</source>
        <translation>Eine leere Adresse</translation>
    </message>
    <message>
        <source>No PagerDuty incident is linked.</source>
        <translation>Kein PagerDuty-Vorfall ist verknüpft.</translation>
    </message>
    <message>
        <source>PagerDuty can&apos;t be asked which calls for help it has. Look at the incident there.</source>
        <translation>PagerDuty lässt sich nicht fragen, welche Hilferufe es hat. Sehen Sie sich dort den Vorfall an.</translation>
    </message>
    <message>
        <source>PagerDuty can&apos;t be asked which status updates it has. Look at the incident there.</source>
        <translation>PagerDuty lässt sich nicht fragen, welche Status-Updates es hat. Sehen Sie sich dort den Vorfall an.</translation>
    </message>
    <message>
        <source>{sender} is no user of the account, so nobody can be asked for help as them. Set from to a user&apos;s address.</source>
        <translation>{sender} ist kein Benutzer des Kontos, deshalb kann in diesem Namen niemand zu Hilfe gerufen werden. Setzen Sie from auf die Adresse eines Benutzers.</translation>
    </message>
    <message>
        <source>PagerDuty does not let a status update be changed; send another one.</source>
        <translation>PagerDuty lässt ein Status-Update nicht ändern; senden Sie ein weiteres.</translation>
    </message>
    <message>
        <source>The status update to change is not in the PagerDuty transcript.</source>
        <translation>Das zu ändernde Status-Update steht nicht in der PagerDuty-Mitschrift.</translation>
    </message>
    <message>
        <source>It was being sent when the program last heard of it.</source>
        <translation>Sie wurde gerade gesendet, als das Programm zuletzt davon hörte.</translation>
    </message>
    <message>
        <source>SendGrid&apos;s log shows {count} of the {all} copies in doubt. It lags by minutes: look again later.</source>
        <translation>Das Protokoll von SendGrid zeigt {count} der {all} zweifelhaften E-Mails. Es hinkt Minuten nach: Sehen Sie später noch einmal nach.</translation>
    </message>
    <message>
        <source>The answer is not SendGrid&apos;s: something on the way may have given it.</source>
        <translation>Die Antwort ist nicht von SendGrid: Etwas auf dem Weg kann sie gegeben haben.</translation>
    </message>
    <message>
        <source>The answer is not Slack&apos;s: something on the way may have given it.</source>
        <translation>Die Antwort ist nicht von Slack: Etwas auf dem Weg kann sie gegeben haben.</translation>
    </message>
    <message>
        <source>SendGrid&apos;s log can&apos;t be read ({status}){told}.</source>
        <translation>Das Protokoll von SendGrid lässt sich nicht lesen ({status}){told}.</translation>
    </message>
    <message>
        <source>Slack did not say which message it is.</source>
        <translation>Slack hat nicht gesagt, welche Meldung es ist.</translation>
    </message>
    <message>
        <source>Slack takes one message a second in a channel.</source>
        <translation>Slack nimmt in einem Kanal eine Meldung je Sekunde.</translation>
    </message>
    <message>
        <source>Slack gave no answer.</source>
        <translation>Slack gab keine Antwort.</translation>
    </message>
    <message>
        <source>The message could not be pinned: {reason}</source>
        <translation>Die Meldung ließ sich nicht anpinnen: {reason}</translation>
    </message>
    <message>
        <source>#{channel} is taken, and the app can&apos;t see it. Invite the app to it, or name another channel.</source>
        <translation>#{channel} gibt es schon, und die App sieht ihn nicht. Laden Sie die App dorthin ein, oder nennen Sie einen anderen Kanal.</translation>
    </message>
    <message>
        <source>#{channel} is taken by an archived channel. Name another channel.</source>
        <translation>#{channel} gehört einem archivierten Kanal. Nennen Sie einen anderen Kanal.</translation>
    </message>
    <message>
        <source>Slack&apos;s list has no end. Name the channel by its id.</source>
        <translation>Die Liste von Slack hat kein Ende. Nennen Sie den Kanal mit seiner ID.</translation>
    </message>
    <message>
        <source>it gave no answer.</source>
        <translation>es gab keine Antwort.</translation>
    </message>
    <message>
        <source>The message to change is not in the Slack transcript.</source>
        <translation>Die zu ändernde Meldung steht nicht in der Slack-Mitschrift.</translation>
    </message>
    <message>
        <source>The service refused it (410): {words}. Make a new webhook.</source>
        <translation>Der Dienst hat es abgelehnt (410): {words}. Legen Sie einen neuen Webhook an.</translation>
    </message>
    <message>
        <source>A webhook can&apos;t be asked what arrived. Look into the Slack channel.</source>
        <translation>Ein Webhook lässt sich nicht fragen, was ankam. Sehen Sie in den Slack-Kanal.</translation>
    </message>
    <message>
        <source>What a webhook posted can&apos;t be changed.</source>
        <translation>Was ein Webhook gepostet hat, lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>A mail server can&apos;t be asked what arrived: {copies} may have. Ask the readers, or look into its log.</source>
        <translation>Ein Mailserver lässt sich nicht fragen, was ankam: {copies} kann angekommen sein. Fragen Sie die Leser, oder sehen Sie in sein Protokoll.</translation>
    </message>
    <message>
        <source>{host} broke off: {reason}.</source>
        <translation>{host} hat abgebrochen: {reason}.</translation>
    </message>
    <message>
        <source>The mail server said {status} {words}.</source>
        <translation>Der Mailserver sagte {status} {words}.</translation>
    </message>
    <message>
        <source>The update to change is not on the page.</source>
        <translation>Das zu ändernde Update steht nicht auf der Seite.</translation>
    </message>
    <message>
        <source>The update is stored, but the page does not show all of it yet: {reason}</source>
        <translation>Das Update ist gespeichert, aber die Seite zeigt noch nicht alles davon: {reason}</translation>
    </message>
    <message>
        <source>The incident is not on the page, so its post-mortem has no place there.</source>
        <translation>Der Vorfall steht nicht auf der Seite, deshalb hat sein Post-mortem dort keinen Platz.</translation>
    </message>
    <message>
        <source>The page has no component “{component}”, so its state is not shown there.</source>
        <translation>Die Seite hat keine Komponente „{component}“, deshalb steht ihr Zustand dort nicht.</translation>
    </message>
    <message>
        <source>The update is not on the page any more.</source>
        <translation>Das Update steht nicht mehr auf der Seite.</translation>
    </message>
    <message>
        <source>The incident is not on the status page any more: somebody deleted it. Nothing was sent; open the page before you go on.</source>
        <translation>Der Vorfall steht nicht mehr auf der Statusseite: Jemand hat ihn gelöscht. Es wurde nichts gesendet; öffnen Sie die Seite, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>Somebody else posted on the status page{at} ({status}: “{words}”), so nothing was sent. Look at the page, and send it again if it still fits.</source>
        <translation>Jemand anderes hat auf der Statusseite gepostet{at} ({status}: „{words}“), deshalb wurde nichts gesendet. Sehen Sie sich die Seite an, und senden Sie es noch einmal, wenn es noch passt.</translation>
    </message>
    <message>
        <source>{file}, the page&apos;s own record, could not be read: {reason}.</source>
        <translation>{file}, die eigene Aufzeichnung der Seite, ließ sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} could not be made: {reason}.</source>
        <translation>Der Ordner {folder} ließ sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} could not be read: {reason}.</source>
        <translation>Der Ordner {folder} ließ sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file}, the page&apos;s own record, was written by a newer version of this program.</source>
        <translation>{file}, die eigene Aufzeichnung der Seite, wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>{file}, the page&apos;s own record, is damaged; move it away to start the page anew.</source>
        <translation>{file}, die eigene Aufzeichnung der Seite, ist beschädigt; schieben Sie sie beiseite, um die Seite neu zu beginnen.</translation>
    </message>
    <message>
        <source>The program ended while this was being sent, so it may have arrived.</source>
        <translation>Das Programm endete, während dies gesendet wurde; es kann angekommen sein.</translation>
    </message>
    <message>
        <source>This text is {age} old.</source>
        <translation>Dieser Text ist {age} alt.</translation>
    </message>
    <message>
        <source>The clock of this computer was set back, so the age of this text can&apos;t be told.</source>
        <translation>Die Uhr dieses Rechners wurde zurückgestellt, deshalb lässt sich das Alter dieses Textes nicht sagen.</translation>
    </message>
    <message>
        <source>A newer message to the same destination was published.</source>
        <translation>Eine neuere Meldung an dasselbe Ziel wurde veröffentlicht.</translation>
    </message>
    <message>
        <source>The incident is in another phase now.</source>
        <translation>Der Vorfall ist jetzt in einer anderen Phase.</translation>
    </message>
    <message>
        <source>The incident became a security incident, and nobody approved this text for it.</source>
        <translation>Der Vorfall wurde zum Sicherheitsvorfall, und niemand hat diesen Text dafür freigegeben.</translation>
    </message>
    <message>
        <source>The incident has another severity now.</source>
        <translation>Der Vorfall hat jetzt einen anderen Schweregrad.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Platte ist voll</translation>
    </message>
    <message>
        <source>your disk quota is used up</source>
        <translation>Ihr Plattenkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>the file would become too large</source>
        <translation>die Datei würde zu groß</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>Sie dürfen dort nicht schreiben</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>die Platte ist nur lesbar</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>die Platte hat einen Fehler gemeldet</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>ihren Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>a file stands where its folder should be</source>
        <translation>wo ihr Ordner sein sollte, steht eine Datei</translation>
    </message>
    <message>
        <source>a file stands in its place</source>
        <translation>an ihrer Stelle steht eine Datei</translation>
    </message>
    <message>
        <source>a folder stands in its place</source>
        <translation>an ihrer Stelle steht ein Ordner</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>ihr Name ist zu lang</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Another program has held {file} for {seconds} s.</source>
        <translation>Ein anderes Programm hält {file} seit {seconds} s.</translation>
    </message>
    <message>
        <source>{file} was written, but may not be stored safely: {reason}.</source>
        <translation>{file} wurde geschrieben, ist aber vielleicht nicht sicher gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>{file} may hold a part of this message: {reason}.</source>
        <translation>{file} kann einen Teil dieser Meldung enthalten: {reason}.</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>{file} ließ sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Slack refused it ({error}).</source>
        <translation>Slack hat es abgelehnt ({error}).</translation>
    </message>
    <message>
        <source>The token lacks {scope}.</source>
        <translation>Dem Zugangsschlüssel fehlt {scope}.</translation>
    </message>
    <message>
        <source>It concerns {people}.</source>
        <translation>Es betrifft {people}.</translation>
    </message>
    <message>
        <source>The token&apos;s account is no longer active. Enter a new token under Connections.</source>
        <translation>Das Konto des Zugangsschlüssels ist nicht mehr aktiv. Geben Sie unter Verbindungen einen neuen Zugangsschlüssel ein.</translation>
    </message>
    <message>
        <source>Enter the token again under Connections.</source>
        <translation>Geben Sie den Zugangsschlüssel unter Verbindungen noch einmal ein.</translation>
    </message>
    <message>
        <source>The token was revoked. Enter a new one under Connections.</source>
        <translation>Der Zugangsschlüssel wurde widerrufen. Geben Sie unter Verbindungen einen neuen ein.</translation>
    </message>
    <message>
        <source>The token has expired. Enter a new one under Connections.</source>
        <translation>Der Zugangsschlüssel ist abgelaufen. Geben Sie unter Verbindungen einen neuen ein.</translation>
    </message>
    <message>
        <source>The app may not do this. Install it again with all of its scopes.</source>
        <translation>Die App darf das nicht. Installieren Sie sie mit allen Berechtigungen (Scopes) neu.</translation>
    </message>
    <message>
        <source>Add the scope to the app, and install it again.</source>
        <translation>Geben Sie der App die Berechtigung (Scope), und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>Ask an administrator of the workspace.</source>
        <translation>Fragen Sie einen Administrator des Workspace.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installieren Sie die App neu.</translation>
    </message>
    <message>
        <source>Invite the app to the channel.</source>
        <translation>Laden Sie die App in den Kanal ein.</translation>
    </message>
    <message>
        <source>The channel is gone, or the app can&apos;t see it. Invite the app to it.</source>
        <translation>Der Kanal ist weg, oder die App sieht ihn nicht. Laden Sie die App dorthin ein.</translation>
    </message>
    <message>
        <source>The channel is archived. Take it out of the archive, or use another one.</source>
        <translation>Der Kanal ist archiviert. Holen Sie ihn aus dem Archiv, oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The workspace does not let the app post there.</source>
        <translation>Der Workspace lässt die App dort nicht posten.</translation>
    </message>
    <message>
        <source>The channel is read-only for the app.</source>
        <translation>Der Kanal ist für die App nur lesbar.</translation>
    </message>
    <message>
        <source>The channel takes threads only.</source>
        <translation>Der Kanal nimmt nur Threads.</translation>
    </message>
    <message>
        <source>The channel takes no threads.</source>
        <translation>Der Kanal nimmt keine Threads.</translation>
    </message>
    <message>
        <source>The thread is locked.</source>
        <translation>Der Thread ist gesperrt.</translation>
    </message>
    <message>
        <source>The workspace does not let the app make channels. Name an existing one.</source>
        <translation>Der Workspace lässt die App keine Kanäle anlegen. Nennen Sie einen vorhandenen.</translation>
    </message>
    <message>
        <source>Slack does not take this channel&apos;s name.</source>
        <translation>Slack nimmt den Namen dieses Kanals nicht.</translation>
    </message>
    <message>
        <source>The channel&apos;s name is too long.</source>
        <translation>Der Name des Kanals ist zu lang.</translation>
    </message>
    <message>
        <source>The channel&apos;s name has punctuation in it.</source>
        <translation>Im Namen des Kanals sind Satzzeichen.</translation>
    </message>
    <message>
        <source>The channel&apos;s name is empty.</source>
        <translation>Der Name des Kanals ist leer.</translation>
    </message>
    <message>
        <source>The channel&apos;s name has signs in it that Slack does not take.</source>
        <translation>Im Namen des Kanals sind Zeichen, die Slack nicht nimmt.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Meldung ist leer.</translation>
    </message>
    <message>
        <source>Shorten the message.</source>
        <translation>Kürzen Sie die Meldung.</translation>
    </message>
    <message>
        <source>Use the token of an app.</source>
        <translation>Nehmen Sie den Zugangsschlüssel einer App.</translation>
    </message>
    <message>
        <source>The workspace&apos;s limit of messages is reached. Ask an administrator.</source>
        <translation>Die Meldungengrenze des Workspace ist erreicht. Fragen Sie einen Administrator.</translation>
    </message>
    <message>
        <source>Check the address under Connections.</source>
        <translation>Prüfen Sie die Adresse unter Verbindungen.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>The message is gone.</source>
        <translation>Die Meldung ist weg.</translation>
    </message>
    <message>
        <source>Only the app that posted a message can change it.</source>
        <translation>Nur die App, die eine Meldung gepostet hat, kann sie ändern.</translation>
    </message>
    <message>
        <source>The workspace does not let messages of that age be changed.</source>
        <translation>Der Workspace lässt Meldungen dieses Alters nicht ändern.</translation>
    </message>
    <message>
        <source>The channel is frozen.</source>
        <translation>Der Kanal ist eingefroren.</translation>
    </message>
    <message>
        <source>Nothing can be sent: {folder} can&apos;t be written ({reason}).</source>
        <translation>Es lässt sich nichts senden: {folder} lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>Mend that, and go on with: incident-composer deliveries --resume</source>
        <translation>Beheben Sie das, und machen Sie weiter mit: incident-composer deliveries --resume</translation>
    </message>
    <message>
        <source>“{address}” is not a mail address that can be written to.</source>
        <translation>„{address}“ ist keine E-Mail-Adresse, an die sich schreiben lässt.</translation>
    </message>
    <message>
        <source>{text} The message may have arrived.</source>
        <translation>{text} Die Meldung kann angekommen sein.</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>The record is an older copy of itself.</source>
        <translation>Die Aufzeichnung ist eine ältere Kopie ihrer selbst.</translation>
    </message>
    <message>
        <source>Only on request.</source>
        <translation>Nur auf Wunsch.</translation>
    </message>
    <message>
        <source>After the end: it tells when impact ended.</source>
        <translation>Nach dem Ende: Sie sagt, wann die Auswirkung endete.</translation>
    </message>
    <message>
        <source>Impact lasted {minutes} min, more than {limit} min.</source>
        <translation>Die Auswirkung dauerte {minutes} min, mehr als {limit} min.</translation>
    </message>
    <message>
        <source>The severity is {severity} now: one last text.</source>
        <translation>Der Schweregrad ist jetzt {severity}: ein letzter Text.</translation>
    </message>
    <message>
        <source>{severity} was declared.</source>
        <translation>{severity} wurde gemeldet.</translation>
    </message>
    <message>
        <source>The incident is {severity}, and nothing was said here yet.</source>
        <translation>Der Vorfall ist {severity}, und hier wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>The severity is {severity} now.</source>
        <translation>Der Schweregrad ist jetzt {severity}.</translation>
    </message>
    <message>
        <source>Nothing is on the status page yet.</source>
        <translation>Auf der Statusseite steht noch nichts.</translation>
    </message>
    <message>
        <source>The phase is {phase} now.</source>
        <translation>Die Phase ist jetzt {phase}.</translation>
    </message>
    <message>
        <source>The next update was promised by {time} UTC.</source>
        <translation>Die nächste Meldung wurde bis {time} UTC zugesagt.</translation>
    </message>
    <message>
        <source>Every {minutes} minutes.</source>
        <translation>Alle {minutes} Minuten.</translation>
    </message>
    <message>
        <source>; did you mean {name}?</source>
        <translation>; meinten Sie {name}?</translation>
    </message>
    <message>
        <source>; expected one of: {names}.</source>
        <translation>; eines davon wird erwartet: {names}.</translation>
    </message>
    <message>
        <source>lists or tables stand too deep within each other.</source>
        <translation>Listen oder Tabellen stehen zu tief ineinander.</translation>
    </message>
    <message>
        <source>is not valid TOML here: {first}{rest}.</source>
        <translation>ist hier kein gültiges TOML: {first}{rest}.</translation>
    </message>
    <message>
        <source>the key {key} is missing.</source>
        <translation>der Schlüssel {key} fehlt.</translation>
    </message>
    <message>
        <source>unknown key {key}{hint}</source>
        <translation>unbekannter Schlüssel {key}{hint}</translation>
    </message>
    <message>
        <source>expected one of {choices}, not {given}.</source>
        <translation>eines von {choices} wird erwartet, nicht {given}.</translation>
    </message>
    <message>
        <source>expected a number greater than {least}, not {given}.</source>
        <translation>eine Zahl größer als {least} wird erwartet, nicht {given}.</translation>
    </message>
    <message>
        <source>expected a number of at least {least}, not {given}.</source>
        <translation>eine Zahl von mindestens {least} wird erwartet, nicht {given}.</translation>
    </message>
    <message>
        <source>expected a number of at most {most}, not {given}.</source>
        <translation>eine Zahl von höchstens {most} wird erwartet, nicht {given}.</translation>
    </message>
    <message>
        <source>expected at least {count} of them.</source>
        <translation>mindestens {count} davon werden erwartet.</translation>
    </message>
    <message>
        <source>expected at most {count} of them.</source>
        <translation>höchstens {count} davon werden erwartet.</translation>
    </message>
    <message>
        <source>must not be empty.</source>
        <translation>darf nicht leer sein.</translation>
    </message>
    <message>
        <source>expected at most {count} characters.</source>
        <translation>höchstens {count} Zeichen werden erwartet.</translation>
    </message>
    <message>
        <source>expected a name of letters, digits, - and _ only.</source>
        <translation>ein Name nur aus Buchstaben, Ziffern, - und _ wird erwartet.</translation>
    </message>
    <message>
        <source>cannot be read: {reason}.</source>
        <translation>lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>is larger than 1 MiB; expected a file of a few kilobytes.</source>
        <translation>ist größer als 1 MiB; eine Datei von wenigen Kilobyte wird erwartet.</translation>
    </message>
    <message>
        <source>is written in {encoding}; save it as UTF-8.</source>
        <translation>ist in {encoding} geschrieben; speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>holds a byte that is not UTF-8; save the file as UTF-8.</source>
        <translation>enthält ein Byte, das kein UTF-8 ist; speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>holds a NUL character; expected a text file.</source>
        <translation>enthält ein NUL-Zeichen; eine Textdatei wird erwartet.</translation>
    </message>
    <message>
        <source>http, without encryption, is for this computer alone; use https://.</source>
        <translation>http, ohne Verschlüsselung, ist nur für diesen Rechner; nehmen Sie https://.</translation>
    </message>
    <message>
        <source>expected an address that begins with https://.</source>
        <translation>eine Adresse, die mit https:// beginnt, wird erwartet.</translation>
    </message>
    <message>
        <source>an address must not hold a name or password; the credential goes to the keyring.</source>
        <translation>eine Adresse darf weder Namen noch Passwort enthalten; die Zugangsdaten gehören in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>an address must end with its path; nothing after ? or # fits.</source>
        <translation>eine Adresse muss mit ihrem Pfad enden; nach ? oder # passt nichts.</translation>
    </message>
    <message>
        <source>expected an address with a host, such as https://api.example.com.</source>
        <translation>eine Adresse mit einem Server wird erwartet, wie https://api.example.com.</translation>
    </message>
    <message>
        <source>expected an address such as https://api.example.com.</source>
        <translation>eine Adresse wie https://api.example.com wird erwartet.</translation>
    </message>
    <message>
        <source>expected the name of a server, such as smtp.example.com.</source>
        <translation>der Name eines Servers wird erwartet, wie smtp.example.com.</translation>
    </message>
    <message>
        <source>expected a mail address, such as Support &lt;support@example.com&gt;.</source>
        <translation>eine E-Mail-Adresse wird erwartet, wie Support &lt;support@example.com&gt;.</translation>
    </message>
    <message>
        <source>expected the name or id of a Slack channel, such as #executives.</source>
        <translation>der Name oder die ID eines Slack-Kanals wird erwartet, wie #executives.</translation>
    </message>
    <message>
        <source>without encryption only this computer may be spoken to; set security to starttls or tls.</source>
        <translation>unverschlüsselt darf nur mit diesem Rechner gesprochen werden; setzen Sie security auf starttls oder tls.</translation>
    </message>
    <message>
        <source>needs to (mail addresses), slack_channel, or both.</source>
        <translation>braucht to (E-Mail-Adressen), slack_channel oder beides.</translation>
    </message>
    <message>
        <source>unknown table {key}{hint}</source>
        <translation>unbekannte Tabelle {key}{hint}</translation>
    </message>
    <message>
        <source>expected a table.</source>
        <translation>eine Tabelle wird erwartet.</translation>
    </message>
    <message>
        <source>there is only one {kind}; {name} is unknown.</source>
        <translation>es gibt nur ein {kind}; {name} ist unbekannt.</translation>
    </message>
    <message>
        <source>expected a name of letters, digits, - and _ after the dot.</source>
        <translation>nach dem Punkt wird ein Name aus Buchstaben, Ziffern, - und _ erwartet.</translation>
    </message>
    <message>
        <source>a secret has no place in this file; take it out, replace it at the service, and give the new one to `connections add`.</source>
        <translation>ein Geheimnis hat in dieser Datei nichts zu suchen; nehmen Sie es heraus, ersetzen Sie es beim Dienst, und geben Sie das neue unter Verbindungen ein.</translation>
    </message>
    <message>
        <source>The file {file} is as it was.</source>
        <translation>Die Datei {file} ist, wie sie war.</translation>
    </message>
    <message>
        <source>Something else changed {file} meanwhile, so nothing was written.</source>
        <translation>Etwas anderes hat {file} inzwischen geändert, deshalb wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was sent. Mend the file, then try again.</source>
        <translation>Es wurde nichts gesendet. Beheben Sie die Datei, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>choices is missing: a field of type choice has some.</source>
        <translation>choices fehlt: Ein Feld vom Typ choice hat welche.</translation>
    </message>
    <message>
        <source>unit is missing: a field of type duration has unit = &quot;hours&quot; or &quot;minutes&quot;.</source>
        <translation>unit fehlt: Ein Feld vom Typ duration hat unit = &quot;hours&quot; oder &quot;minutes&quot;.</translation>
    </message>
    <message>
        <source>a field of type yes_no has no default: nothing is preselected.</source>
        <translation>ein Feld vom Typ yes_no hat kein default: Nichts ist vorausgewählt.</translation>
    </message>
    <message>
        <source>example is missing: a whole, believable value.</source>
        <translation>example fehlt: ein ganzer, glaubhafter Wert.</translation>
    </message>
    <message>
        <source>minimum is greater than maximum.</source>
        <translation>minimum ist größer als maximum.</translation>
    </message>
    <message>
        <source>there is no field &quot;{field}&quot;{hint}</source>
        <translation>es gibt kein Feld „{field}“{hint}</translation>
    </message>
    <message>
        <source>expected a name of lower-case letters, digits and _, such as ticket_number.</source>
        <translation>ein Name aus Kleinbuchstaben, Ziffern und _ wird erwartet, wie ticket_number.</translation>
    </message>
    <message>
        <source>Expected text or a list of texts.</source>
        <translation>Ein Text oder eine Liste von Texten wird erwartet.</translation>
    </message>
    <message>
        <source>the program computes no such field; leave derived out.</source>
        <translation>das Programm errechnet kein solches Feld; lassen Sie derived weg.</translation>
    </message>
    <message>
        <source>this field is derived; expected derived = true here too.</source>
        <translation>dieses Feld wird abgeleitet; auch hier wird derived = true erwartet.</translation>
    </message>
    <message>
        <source>there is no such folder.</source>
        <translation>einen solchen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>has the same name as {file}; that one counts.</source>
        <translation>heißt wie {file}; jene zählt.</translation>
    </message>
    <message>
        <source>the rule for &quot;{template}&quot; is left out, because that template cannot be used.</source>
        <translation>die Regel für „{template}“ bleibt weg, weil sich diese Vorlage nicht benutzen lässt.</translation>
    </message>
    <message>
        <source>there is no template &quot;{template}&quot;{hint}</source>
        <translation>es gibt keine Vorlage „{template}“{hint}</translation>
    </message>
    <message>
        <source>the shipped template &quot;{template}&quot; names phases or severities that this plan does not have.</source>
        <translation>die mitgelieferte Vorlage „{template}“ nennt Phasen oder Schweregrade, die dieser Plan nicht hat.</translation>
    </message>
    <message>
        <source>no severity declares an incident; expected at least one.</source>
        <translation>kein Schweregrad meldet einen Vorfall; mindestens einer wird erwartet.</translation>
    </message>
    <message>
        <source>another component has the same name.</source>
        <translation>eine andere Komponente heißt genauso.</translation>
    </message>
    <message>
        <source>this plan has no {kind} &quot;{name}&quot;{hint}</source>
        <translation>dieser Plan hat kein {kind} „{name}“{hint}</translation>
    </message>
    <message>
        <source>the plan has no {kind} &quot;{name}&quot;{hint}</source>
        <translation>der Plan hat kein {kind} „{name}“{hint}</translation>
    </message>
    <message>
        <source>no phase has resolves = true; expected it on the last one.</source>
        <translation>keine Phase hat resolves = true; bei der letzten wird es erwartet.</translation>
    </message>
    <message>
        <source>only one phase can have resolves = true.</source>
        <translation>nur eine Phase kann resolves = true haben.</translation>
    </message>
    <message>
        <source>expected the phase that resolves to be the last one; {phase} comes after it.</source>
        <translation>die Phase, die löst, wird als letzte erwartet; {phase} kommt danach.</translation>
    </message>
    <message>
        <source>expected a pattern that holds {{slug}}, or two incidents of a day get one channel.</source>
        <translation>ein Muster mit {{slug}} wird erwartet, sonst bekommen zwei Vorfälle eines Tages einen Kanal.</translation>
    </message>
    <message>
        <source>expected lower-case letters, digits, - and _ beside {{date}} and {{slug}}, as Slack does.</source>
        <translation>neben {{date}} und {{slug}} werden wie bei Slack Kleinbuchstaben, Ziffern, - und _ erwartet.</translation>
    </message>
    <message>
        <source>is too long; a Slack channel&apos;s name has at most {count} characters.</source>
        <translation>ist zu lang; der Name eines Slack-Kanals hat höchstens {count} Zeichen.</translation>
    </message>
    <message>
        <source>support_email: expected a mail address.</source>
        <translation>support_email: eine E-Mail-Adresse wird erwartet.</translation>
    </message>
    <message>
        <source>status_page_url: expected an address that begins with https://.</source>
        <translation>status_page_url: eine Adresse, die mit https:// beginnt, wird erwartet.</translation>
    </message>
    <message>
        <source>next_update_line: expected a sentence that holds {{time}}.</source>
        <translation>next_update_line: ein Satz mit {{time}} wird erwartet.</translation>
    </message>
    <message>
        <source>date_format: expected a pattern that holds {{day}}, {{month}} and {{year}}.</source>
        <translation>date_format: ein Muster mit {{day}}, {{month}} und {{year}} wird erwartet.</translation>
    </message>
    <message>
        <source>expected either minutes = 15 or counts = &quot;next_business_day&quot; or &quot;next_sprint&quot;.</source>
        <translation>entweder minutes = 15 oder counts = &quot;next_business_day&quot; oder &quot;next_sprint&quot; wird erwartet.</translation>
    </message>
    <message>
        <source>ticket_text is missing: where declares = false, it is the text for the ticket.</source>
        <translation>ticket_text fehlt: Wo declares = false steht, ist es der Text für das Ticket.</translation>
    </message>
    <message>
        <source>expected until_minutes in every step but the last.</source>
        <translation>until_minutes wird in jedem Schritt außer dem letzten erwartet.</translation>
    </message>
    <message>
        <source>expected steps whose until_minutes grow.</source>
        <translation>Schritte mit wachsenden until_minutes werden erwartet.</translation>
    </message>
    <message>
        <source>due names cadence, so the key cadence must say how often.</source>
        <translation>due nennt cadence, deshalb muss der Schlüssel cadence sagen, wie oft.</translation>
    </message>
    <message>
        <source>due is empty; expected a reason, or only_when_named = true.</source>
        <translation>due ist leer; ein Grund oder only_when_named = true wird erwartet.</translation>
    </message>
    <message>
        <source>it names no message: messages needs template names, or channels the names of channels.</source>
        <translation>es nennt keine Meldung: messages braucht Namen von Vorlagen, oder channels die Namen von Kanälen.</translation>
    </message>
    <message>
        <source>expected an address that begins with https:// (http:// only for this computer).</source>
        <translation>erwartet wird eine Adresse, die mit https:// beginnt (http:// nur für diesen Computer).</translation>
    </message>
    <message>
        <source>an address must not hold a name or password; feeds are public.</source>
        <translation>eine Adresse darf weder Namen noch Passwort enthalten; Feeds sind öffentlich.</translation>
    </message>
    <message>
        <source>format, match and page say something about a feed; the key feed is missing.</source>
        <translation>format, match und page sagen etwas über einen Feed; der Schlüssel feed fehlt.</translation>
    </message>
    <message>
        <source>slowest_minutes is smaller than every_minutes.</source>
        <translation>slowest_minutes ist kleiner als every_minutes.</translation>
    </message>
    <message>
        <source>expected both minutes_from and minutes_to, or neither.</source>
        <translation>minutes_from und minutes_to werden beide erwartet oder keines.</translation>
    </message>
    <message>
        <source>minutes_from is greater than minutes_to.</source>
        <translation>minutes_from ist größer als minutes_to.</translation>
    </message>
    <message>
        <source>there is no text after the head.</source>
        <translation>nach dem Kopf kommt kein Text.</translation>
    </message>
    <message>
        <source>the field &quot;{field}&quot; is {audience}; a public template cannot use it.</source>
        <translation>das Feld „{field}“ ist {audience}; eine öffentliche Vorlage kann es nicht benutzen.</translation>
    </message>
    <message>
        <source>lies in the folder {folder}, but its head says channel = &quot;{channel}&quot;.</source>
        <translation>liegt im Ordner {folder}, aber ihr Kopf sagt channel = &quot;{channel}&quot;.</translation>
    </message>
    <message>
        <source>expected a line {fence}, with which a template&apos;s head begins.</source>
        <translation>eine Zeile {fence} wird erwartet, mit der der Kopf einer Vorlage beginnt.</translation>
    </message>
    <message>
        <source>expected a second line {fence}, with which the head ends.</source>
        <translation>eine zweite Zeile {fence} wird erwartet, mit der der Kopf endet.</translation>
    </message>
    <message>
        <source>expected a file name of lower-case letters, digits and _, ending in .j2.</source>
        <translation>ein Dateiname aus Kleinbuchstaben, Ziffern und _ mit der Endung .j2 wird erwartet.</translation>
    </message>
    <message>
        <source>requires &quot;{field}&quot;, which is not among its fields{hint}</source>
        <translation>verlangt „{field}“, das nicht unter seinen Feldern ist{hint}</translation>
    </message>
    <message>
        <source>the key subject is missing: a mail has one.</source>
        <translation>der Schlüssel subject fehlt: Eine E-Mail hat einen Betreff.</translation>
    </message>
    <message>
        <source>the channel {channel} has no subject.</source>
        <translation>der Kanal {channel} hat keinen Betreff.</translation>
    </message>
    <message>
        <source>it is gone; what it said counts until the window is closed.</source>
        <translation>sie ist weg; was sie sagte, gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>it does not know “{key}”, on which the open incident “{title}” stands; the plan as it was counts.</source>
        <translation>er kennt „{key}“ nicht, worauf der offene Vorfall „{title}“ steht; es gilt der Plan, wie er war.</translation>
    </message>
    <message>
        <source>The template loops over the field “{field}”, which is not a list.</source>
        <translation>Die Vorlage läuft über das Feld „{field}“, das keine Liste ist.</translation>
    </message>
    <message>
        <source>Write it with {{{{ }}}} instead of {{% for %}}.</source>
        <translation>Schreiben Sie es mit {{{{ }}}} statt {{% for %}}.</translation>
    </message>
    <message>
        <source>The template prints the list field “{field}” as if it were one text.</source>
        <translation>Die Vorlage druckt das Listenfeld „{field}“, als wäre es ein Text.</translation>
    </message>
    <message>
        <source>Write it with {{% for %}} or with the filter join.</source>
        <translation>Schreiben Sie es mit {{% for %}} oder mit dem Filter join.</translation>
    </message>
    <message>
        <source>The template&apos;s filters have more to do than a message ever needs.</source>
        <translation>Die Filter der Vorlage haben mehr zu tun, als eine Meldung je braucht.</translation>
    </message>
    <message>
        <source>Use fewer filters inside loops, or shorter texts.</source>
        <translation>Nehmen Sie weniger Filter in Schleifen oder kürzere Texte.</translation>
    </message>
    <message>
        <source>a {{% for %}} stands inside another {{% for %}}.</source>
        <translation>ein {{% for %}} steht in einem anderen {{% for %}}.</translation>
    </message>
    <message>
        <source>this {{% for %}} has an if, an else or recursive.</source>
        <translation>dieses {{% for %}} hat ein if, ein else oder recursive.</translation>
    </message>
    <message>
        <source>this {{% for %}} does not go over one plain list field with one plain name.</source>
        <translation>dieses {{% for %}} geht nicht mit einem einfachen Namen über ein einfaches Listenfeld.</translation>
    </message>
    <message>
        <source>the filter {filter} is not allowed.</source>
        <translation>der Filter {filter} ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>the filter {filter} is given more than a text in quotes.</source>
        <translation>der Filter {filter} bekommt mehr als einen Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>the filter {filter} takes nothing in brackets.</source>
        <translation>der Filter {filter} nimmt nichts in Klammern.</translation>
    </message>
    <message>
        <source>the filter join takes one text in quotes.</source>
        <translation>der Filter join nimmt einen Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>the filter {filter} stands alone.</source>
        <translation>der Filter {filter} steht allein.</translation>
    </message>
    <message>
        <source>a comparison other than == or != with a text in quotes.</source>
        <translation>ein anderer Vergleich als == oder != mit einem Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>the name {name} is not a field.</source>
        <translation>der Name {name} ist kein Feld.</translation>
    </message>
    <message>
        <source>more than {count} fields, conditions and loops.</source>
        <translation>mehr als {count} Felder, Bedingungen und Schleifen.</translation>
    </message>
    <message>
        <source>blocks or conditions stand too deep within each other.</source>
        <translation>Blöcke oder Bedingungen stehen zu tief ineinander.</translation>
    </message>
    <message>
        <source>brackets, blocks or conditions stand too deep within each other.</source>
        <translation>Klammern, Blöcke oder Bedingungen stehen zu tief ineinander.</translation>
    </message>
    <message>
        <source>{words} is not allowed here.</source>
        <translation>{words} ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>ein Aufruf</translation>
    </message>
    <message>
        <source>an attribute (a dot after a name)</source>
        <translation>ein Attribut (ein Punkt nach einem Namen)</translation>
    </message>
    <message>
        <source>an index (square brackets)</source>
        <translation>ein Index (eckige Klammern)</translation>
    </message>
    <message>
        <source>joining with ~</source>
        <translation>Verbinden mit ~</translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>eine Konstante</translation>
    </message>
    <message>
        <source>an if inside {{{{ }}}}</source>
        <translation>ein if innerhalb von {{{{ }}}}</translation>
    </message>
    <message>
        <source>a macro</source>
        <translation>ein Makro</translation>
    </message>
    <message>
        <source>another file (include or import)</source>
        <translation>eine andere Datei (include oder import)</translation>
    </message>
    <message>
        <source>inheritance (extends or block)</source>
        <translation>Vererbung (extends oder block)</translation>
    </message>
    <message>
        <source>a comparison</source>
        <translation>ein Vergleich</translation>
    </message>
    <message>
        <source>a test (is …)</source>
        <translation>ein Test (is …)</translation>
    </message>
    <message>
        <source>the template has {count} characters; at most {most} are allowed.</source>
        <translation>die Vorlage hat {count} Zeichen; höchstens {most} sind erlaubt.</translation>
    </message>
    <message>
        <source>the character U+{number} cannot stand in a message.</source>
        <translation>das Zeichen U+{number} kann in keiner Meldung stehen.</translation>
    </message>
    <message>
        <source>something in it cannot be read (a number too long, or an odd character).</source>
        <translation>etwas darin lässt sich nicht lesen (eine zu lange Zahl oder ein seltsames Zeichen).</translation>
    </message>
    <message>
        <source>the field “{field}” is used here but is not in the head&apos;s list of fields.</source>
        <translation>das Feld „{field}“ wird hier benutzt, steht aber nicht in der Feldliste des Kopfes.</translation>
    </message>
    <message>
        <source>{where}: the field “{field}” is not known here.</source>
        <translation>{where}: Das Feld „{field}“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Correct the template, or add the field to its head.</source>
        <translation>Berichtigen Sie die Vorlage, oder nehmen Sie das Feld in ihren Kopf auf.</translation>
    </message>
    <message>
        <source>{where}: the filled text has more than {most} characters.</source>
        <translation>{where}: Der gefüllte Text hat mehr als {most} Zeichen.</translation>
    </message>
    <message>
        <source>Shorten the template or its fields.</source>
        <translation>Kürzen Sie die Vorlage oder ihre Felder.</translation>
    </message>
    <message>
        <source>Allowed are {{{{ field }}}}, the filters upper, lower, trim and join, {{% if %}} with and, or, not, == and !=, and {{% for %}} over a list field.</source>
        <translation>Erlaubt sind {{{{ field }}}}, die Filter upper, lower, trim und join, {{% if %}} mit and, or, not, == und != sowie {{% for %}} über ein Listenfeld.</translation>
    </message>
    <message>
        <source>it can&apos;t be read: {reason}</source>
        <translation>lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>it is not TOML: {reason}</source>
        <translation>ist kein TOML: {reason}</translation>
    </message>
    <message>
        <source>its brackets are nested too deeply</source>
        <translation>die Klammern stehen zu tief ineinander</translation>
    </message>
    <message>
        <source>no such setting</source>
        <translation>eine solche Einstellung gibt es nicht</translation>
    </message>
    <message>
        <source>it must be {expected}</source>
        <translation>erwartet wird {expected}</translation>
    </message>
    <message>
        <source>expected {expected}, not {given}.</source>
        <translation>{expected} wird erwartet, nicht {given}.</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>ein anderer Wert</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>eine endliche Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation>eine Liste in [ ]</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a date such as 2026-02-05</source>
        <translation>ein Datum wie 2026-02-05</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>sie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>{label} is not known.</source>
        <translation>{label} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The template could not be filled.</source>
        <translation>Die Vorlage ließ sich nicht füllen.</translation>
    </message>
    <message>
        <source>{label} is empty.</source>
        <translation>{label} ist leer.</translation>
    </message>
    <message>
        <source>{label} still says “{left}”.</source>
        <translation>In {label} steht noch „{left}“.</translation>
    </message>
    <message>
        <source>{label} has {count} characters; at most {most} fit.</source>
        <translation>{label} hat {count} Zeichen; höchstens {most} passen.</translation>
    </message>
    <message>
        <source>{label}: {problem}</source>
        <translation>{label}: {problem}</translation>
    </message>
    <message>
        <source>The template {template} still holds “{left}”.</source>
        <translation>In der Vorlage {template} steht noch „{left}“.</translation>
    </message>
    <message>
        <source>The message has {count} characters; {most} fit in this channel.</source>
        <translation>Die Meldung hat {count} Zeichen; in diesen Kanal passen {most}.</translation>
    </message>
    <message>
        <source>The message has {count} characters as this channel counts (&amp;, &lt; and &gt; count for more than one); {most} fit.</source>
        <translation>Die Meldung hat {count} Zeichen, wie dieser Kanal zählt (&amp;, &lt; und &gt; zählen mehr als eines); {most} passen.</translation>
    </message>
    <message>
        <source>The subject has {count} characters; {most} fit.</source>
        <translation>Der Betreff hat {count} Zeichen; {most} passen.</translation>
    </message>
    <message>
        <source>The subject is empty.</source>
        <translation>Der Betreff ist leer.</translation>
    </message>
    <message>
        <source>{severity} {label}: no incident is declared, log a ticket instead.</source>
        <translation>{severity} {label}: Es wird kein Vorfall gemeldet; legen Sie stattdessen ein Ticket an.</translation>
    </message>
    <message>
        <source>Resolved asks when impact ended.</source>
        <translation>Resolved fragt, wann die Auswirkung endete.</translation>
    </message>
    <message>
        <source>“{words}” can&apos;t be read as a time. Write when impact ended as 14:55, in UTC.</source>
        <translation>„{words}“ ist keine lesbare Zeit. Schreiben Sie, wann die Auswirkung endete, wie 14:55, in UTC.</translation>
    </message>
    <message>
        <source>Resolved asks for the data impact: no, being assessed, or yes with details.</source>
        <translation>Resolved fragt nach betroffenen Daten: nein, wird geprüft, oder ja mit Einzelheiten.</translation>
    </message>
    <message>
        <source>Impact ended before it started.</source>
        <translation>Die Auswirkung endete, bevor sie begann.</translation>
    </message>
    <message>
        <source>{moment} UTC has not come yet.</source>
        <translation>{moment} UTC ist noch nicht gekommen.</translation>
    </message>
    <message>
        <source>Title has {count} characters; at most {most} fit.</source>
        <translation>Der Titel hat {count} Zeichen; höchstens {most} passen.</translation>
    </message>
    <message>
        <source>{title} is not meant for the phase {phase}.</source>
        <translation>{title} ist nicht für die Phase {phase} gedacht.</translation>
    </message>
    <message>
        <source>{title} waits for the end of impact.</source>
        <translation>{title} wartet auf das Ende der Auswirkung.</translation>
    </message>
    <message>
        <source>The plan asks for {title} only after more than {minutes} min of impact.</source>
        <translation>Der Plan verlangt {title} erst nach mehr als {minutes} min Auswirkung.</translation>
    </message>
    <message>
        <source>The plan asks for {title} only at {severities}.</source>
        <translation>Der Plan verlangt {title} nur bei {severities}.</translation>
    </message>
    <message>
        <source>Nothing is due now.</source>
        <translation>Jetzt ist nichts fällig.</translation>
    </message>
    <message>
        <source>Nothing is due before {moment} UTC ({template}).</source>
        <translation>Vor {moment} UTC ist nichts fällig ({template}).</translation>
    </message>
    <message>
        <source>{text} Name the messages to send them all the same.</source>
        <translation>{text} Nennen Sie die Meldungen, um sie trotzdem zu senden.</translation>
    </message>
    <message>
        <source>There is no connection for {channel}; send it by hand, or in practice.</source>
        <translation>Für {channel} gibt es keine Verbindung; senden Sie es von Hand oder in der Übung.</translation>
    </message>
    <message>
        <source>Say with notify whether the status page&apos;s subscribers are told.</source>
        <translation>Sagen Sie mit „Abonnenten benachrichtigen“, ob die Abonnenten der Statusseite es erfahren.</translation>
    </message>
    <message>
        <source>The page {account} has no component “{component}”, so its state will not show there. Check it under Connections.</source>
        <translation>Die Seite {account} hat keine Komponente „{component}“, deshalb wird ihr Zustand dort nicht stehen. Prüfen Sie sie unter Verbindungen.</translation>
    </message>
    <message>
        <source>Looks like {severity} “{title}”, open since {since} UTC ({incident}).</source>
        <translation>Sieht aus wie {severity} „{title}“, offen seit {since} UTC ({incident}).</translation>
    </message>
    <message>
        <source>Not all is well yet: {component} is still held by the open incident “{title}”. See that the text does not say otherwise.</source>
        <translation>Noch ist nicht alles gut: {component} hält noch der offene Vorfall „{title}“. Achten Sie darauf, dass der Text nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Resolved, and {component} does not work as usual. Set it to operational, or see that it is meant so.</source>
        <translation>Resolved, und {component} arbeitet nicht wie gewohnt. Setzen Sie sie auf „Operational“, oder sehen Sie nach, ob es so gemeint ist.</translation>
    </message>
    <message>
        <source>“{finding}” can&apos;t be overridden; mend what it names.</source>
        <translation>Über „{finding}“ kann man sich nicht hinwegsetzen; beheben Sie, was es nennt.</translation>
    </message>
    <message>
        <source>The template {template}</source>
        <translation>Die Vorlage {template}</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>{where} holds what looks like {what}. Take it out, and replace it at its service if anybody has seen it.</source>
        <translation>{where} enthält, was aussieht wie: {what}. Nehmen Sie es heraus, und ersetzen Sie es beim Dienst, falls jemand es gesehen hat.</translation>
    </message>
    <message>
        <source>{where}: “{words}” looks like {what}, which is not for customers.</source>
        <translation>{where}: „{words}“ sieht aus wie: {what}. Das ist nicht für Kunden.</translation>
    </message>
    <message>
        <source>The text could not be checked for internal names, so it is not published. Restart the program; until then send it by hand.</source>
        <translation>Der Text konnte nicht auf interne Namen geprüft werden und wird daher nicht veröffentlicht. Starten Sie das Programm neu; senden Sie ihn bis dahin von Hand.</translation>
    </message>
    <message>
        <source>It waits for approval by {who}: text {text}.</source>
        <translation>Wartet auf die Freigabe von {who}: Text {text}.</translation>
    </message>
    <message>
        <source>The approval by {name} was for an earlier text. It waits for approval by {who}: text {text}.</source>
        <translation>Die Freigabe von {name} galt einem früheren Text. Wartet auf die Freigabe von {who}: Text {text}.</translation>
    </message>
    <message>
        <source>The approval by {name} of {time} UTC has lapsed. It waits for approval by {who}: text {text}.</source>
        <translation>Die Freigabe von {name} von {time} UTC ist abgelaufen. Wartet auf die Freigabe von {who}: Text {text}.</translation>
    </message>
    <message>
        <source>approval by {who}: it is asked for once the incident is declared</source>
        <translation>Freigabe von {who}: um sie wird gebeten, sobald der Vorfall gemeldet ist</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} oder {second}</translation>
    </message>
    <message>
        <source>{count} people ({who})</source>
        <translation>{count} Personen ({who})</translation>
    </message>
    <message>
        <source>The code {given} is not this text&apos;s: it was read from another text, or misheard.</source>
        <translation>Der Code {given} gehört nicht zu diesem Text: Er wurde von einem anderen abgelesen oder falsch verstanden.</translation>
    </message>
    <message>
        <source>The approval by {name} names the code {given}, and no text of this round that waits for approval has it.</source>
        <translation>Die Freigabe von {name} nennt den Code {given}, und kein Text dieser Runde, der auf Freigabe wartet, hat ihn.</translation>
    </message>
    <message>
        <source>The plan does not ask {role} about this message; it asks {who}.</source>
        <translation>Der Plan fragt zu dieser Meldung nicht {role}, sondern {who}.</translation>
    </message>
    <message>
        <source>{name} is at the keyboard, and can&apos;t approve this text as {role}: somebody else has to.</source>
        <translation>{name} sitzt an der Tastatur und kann diesen Text nicht als {role} freigeben: Das muss jemand anders tun.</translation>
    </message>
    <message>
        <source>{name} has approved this text already; somebody else has to be the second.</source>
        <translation>{name} hat diesen Text schon freigegeben; die zweite Freigabe muss jemand anders geben.</translation>
    </message>
    <message>
        <source>Say who approved it.</source>
        <translation>Sagen Sie, wer ihn freigegeben hat.</translation>
    </message>
    <message>
        <source>This message needs no approval.</source>
        <translation>Diese Meldung braucht keine Freigabe.</translation>
    </message>
    <message>
        <source>This text is not fit to be approved yet: put its problems right first.</source>
        <translation>Dieser Text kann noch nicht freigegeben werden: Beheben Sie zuerst seine Probleme.</translation>
    </message>
    <message>
        <source>The plan asks for approval of this message, so its words can&apos;t be replaced in place.</source>
        <translation>Der Plan verlangt für diese Meldung eine Freigabe, daher kann ihr Text nicht an Ort und Stelle ersetzt werden.</translation>
    </message>
    <message>
        <source>{text} Let pass: {reason}</source>
        <translation>{text} Durchgelassen: {reason}</translation>
    </message>
    <message>
        <source>{text} Let pass by {by}, {at}: {reason}</source>
        <translation>{text} Durchgelassen von {by}, {at}: {reason}</translation>
    </message>
    <message>
        <source>Say it in other words.</source>
        <translation>Sagen Sie es mit anderen Worten.</translation>
    </message>
    <message>
        <source>Expected at most {most} characters, but there are {count}.</source>
        <translation>Höchstens {most} Zeichen werden erwartet, aber es sind {count}.</translation>
    </message>
    <message>
        <source>Expected at most {most} lines, but there are {count}.</source>
        <translation>Höchstens {most} Zeilen werden erwartet, aber es sind {count}.</translation>
    </message>
    <message>
        <source>Expected a time such as 2026-11-23T14:55:00Z, with Z or an offset.</source>
        <translation>Eine Zeit wie 2026-11-23T14:55:00Z wird erwartet, mit Z oder einer Zeitverschiebung.</translation>
    </message>
    <message>
        <source>Expected a time such as 2026-11-23T14:55:00Z, with Z or an offset, but there is {given}.</source>
        <translation>Eine Zeit wie 2026-11-23T14:55:00Z wird erwartet, mit Z oder einer Zeitverschiebung, aber es steht {given} da.</translation>
    </message>
    <message>
        <source>Expected a number that is not negative, or words such as about 40 %.</source>
        <translation>Eine Zahl, die nicht negativ ist, wird erwartet, oder Worte wie „etwa 40 %“.</translation>
    </message>
    <message>
        <source>Expected one of: {choices}.</source>
        <translation>Eines davon wird erwartet: {choices}.</translation>
    </message>
    <message>
        <source>Expected &quot;no&quot;, &quot;being assessed&quot; or {{&quot;yes&quot;: detail}}, where the detail says what is affected.</source>
        <translation>Nein, „wird geprüft“ oder ja mit Einzelheiten wird erwartet; die Einzelheiten sagen, was betroffen ist.</translation>
    </message>
    <message>
        <source>The field “{field}” has {count} characters; at most {most} are allowed.</source>
        <translation>Das Feld „{field}“ hat {count} Zeichen; höchstens {most} sind erlaubt.</translation>
    </message>
    <message>
        <source>The field “{field}” has {count} lines; at most {most} are allowed.</source>
        <translation>Das Feld „{field}“ hat {count} Zeilen; höchstens {most} sind erlaubt.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie es.</translation>
    </message>
    <message>
        <source>Shorten its fields.</source>
        <translation>Kürzen Sie ihre Felder.</translation>
    </message>
    <message>
        <source>The PagerDuty status update has {count} characters; at most {most} fit.</source>
        <translation>Das PagerDuty-Status-Update hat {count} Zeichen; höchstens {most} passen.</translation>
    </message>
    <message>
        <source>The Slack message has {count} characters; at most {most} fit.</source>
        <translation>Die Slack-Meldung hat {count} Zeichen; höchstens {most} passen.</translation>
    </message>
    <message>
        <source>Expected at least {least} and at most {most} {unit}.</source>
        <translation>Mindestens {least} und höchstens {most} {unit} werden erwartet.</translation>
    </message>
    <message>
        <source>Expected more than 0 and at most {most} {unit}.</source>
        <translation>Mehr als 0 und höchstens {most} {unit} werden erwartet.</translation>
    </message>
    <message>
        <source>{text} Text for the ticket: {ticket}</source>
        <translation>{text} Text für das Ticket: {ticket}</translation>
    </message>
    <message>
        <source>{title} has {count} characters; {most} fit in Slack, where it is posted too.</source>
        <translation>{title} hat {count} Zeichen; in Slack, wo es auch gepostet wird, passen {most}.</translation>
    </message>
    <message>
        <source>The record {path} was deleted or replaced while it was open, so nothing was stored.</source>
        <translation>Das Protokoll {path} wurde gelöscht oder ersetzt, während es offen war; deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Copy what you typed, put the file back, and start the program again.</source>
        <translation>Kopieren Sie, was Sie getippt haben, legen Sie die Datei zurück, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The record {path} was opened for reading only, so nothing was stored.</source>
        <translation>Das Protokoll {path} wurde nur zum Lesen geöffnet, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>See that the file and its folder may be written by you, and start the program again.</source>
        <translation>Sorgen Sie dafür, dass Sie die Datei und ihren Ordner schreiben dürfen, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The disk could not keep what was written to {path}, so nothing more is stored.</source>
        <translation>Die Platte konnte nicht behalten, was in {path} geschrieben wurde; deshalb wird nichts mehr gespeichert.</translation>
    </message>
    <message>
        <source>See that the disk is sound, and start the program again.</source>
        <translation>Sehen Sie nach, ob die Platte in Ordnung ist, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The text holds half of a character, which can&apos;t be stored, so nothing was.</source>
        <translation>Im Text steht ein halbes Zeichen, das sich nicht speichern lässt; deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Delete the character that is shown as a box or a question mark.</source>
        <translation>Löschen Sie das Zeichen, das als Kästchen oder Fragezeichen erscheint.</translation>
    </message>
    <message>
        <source>There is no space left for the record {path}, so nothing was stored.</source>
        <translation>Für das Protokoll {path} ist kein Platz mehr, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Free some space on that disk and try again.</source>
        <translation>Schaffen Sie auf dieser Platte Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The record {path} may not be written by you.</source>
        <translation>Sie dürfen das Protokoll {path} nicht schreiben.</translation>
    </message>
    <message>
        <source>Change the permissions of the file and its folder, or use another home with --home.</source>
        <translation>Ändern Sie die Rechte der Datei und ihres Ordners, oder nehmen Sie mit --home einen anderen Home-Ordner.</translation>
    </message>
    <message>
        <source>The record {path} can&apos;t be opened.</source>
        <translation>Das Protokoll {path} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>See that the file and its folder exist and may be read and written by you.</source>
        <translation>Sehen Sie nach, ob es die Datei und ihren Ordner gibt und ob Sie sie lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk refused to read or write the record {path} ({error}), so nothing was stored.</source>
        <translation>Die Platte wollte das Protokoll {path} nicht lesen oder schreiben ({error}), deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>See that the disk is sound and has space, and start the program again.</source>
        <translation>Sehen Sie nach, ob die Platte in Ordnung ist und Platz hat, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Another program has been writing to the record {path} for more than {seconds} seconds, so nothing was stored.</source>
        <translation>Ein anderes Programm schreibt seit mehr als {seconds} Sekunden in das Protokoll {path}, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Close other programs that use this home, and try again.</source>
        <translation>Schließen Sie andere Programme, die diesen Home-Ordner benutzen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The record {path} is damaged, or is not a record at all.</source>
        <translation>Das Protokoll {path} ist beschädigt oder gar kein Protokoll.</translation>
    </message>
    <message>
        <source>Leave the file as it is, put it aside, and go on with a backup or with another home (--home).</source>
        <translation>Lassen Sie die Datei, wie sie ist, legen Sie sie beiseite, und machen Sie mit einer Sicherung oder einem anderen Home-Ordner weiter (--home).</translation>
    </message>
    <message>
        <source>The record {path} was written by a newer version of this program (schema {version}, this one knows {head}).</source>
        <translation>Das Protokoll {path} wurde von einer neueren Version dieses Programms geschrieben (Schema {version}, dieses kennt {head}).</translation>
    </message>
    <message>
        <source>Update the program. The file was not touched.</source>
        <translation>Aktualisieren Sie das Programm. Die Datei wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>The copy {path} can&apos;t be written: {reason}.</source>
        <translation>Die Kopie {path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read and written ({reason}), so nothing can be sent.</source>
        <translation>Die Datei {path} lässt sich nicht lesen und schreiben ({reason}), deshalb lässt sich nichts senden.</translation>
    </message>
    <message>
        <source>See that it and its folder may be written by you, and try again.</source>
        <translation>Sorgen Sie dafür, dass Sie die Datei und ihren Ordner schreiben dürfen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The incident is still open; its post-mortem is published once it is resolved.</source>
        <translation>Der Vorfall ist noch offen; sein Post-mortem wird veröffentlicht, sobald er behoben ist.</translation>
    </message>
    <message>
        <source>No Statuspage carries this incident.</source>
        <translation>Keine Statuspage trägt diesen Vorfall.</translation>
    </message>
    <message>
        <source>Put it there first with: statuspage backfill</source>
        <translation>Legen Sie ihn dort zuerst an mit: statuspage backfill</translation>
    </message>
    <message>
        <source>The incident is still open; a past incident has an end.</source>
        <translation>Der Vorfall ist noch offen; ein vergangener Vorfall hat ein Ende.</translation>
    </message>
    <message>
        <source>The incident has no public title.</source>
        <translation>Der Vorfall hat keinen öffentlichen Titel.</translation>
    </message>
    <message>
        <source>Each Statuspage that is connected carries this incident already, or may carry it.</source>
        <translation>Jede verbundene Statuspage trägt diesen Vorfall schon oder kann ihn tragen.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The text has {count} characters; at most {most} fit.</source>
        <translation>Der Text hat {count} Zeichen; höchstens {most} passen.</translation>
    </message>
    <message>
        <source>The text has {count} characters; at most {most} are taken.</source>
        <translation>Der Text hat {count} Zeichen; höchstens {most} werden genommen.</translation>
    </message>
    <message>
        <source>The text still says “{left}”.</source>
        <translation>Im Text steht noch „{left}“.</translation>
    </message>
    <message>
        <source>Fill it in, or take it out.</source>
        <translation>Füllen Sie es aus, oder nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>The text holds the internal title, which never reaches the public.</source>
        <translation>Im Text steht der interne Titel, der nie nach außen kommt.</translation>
    </message>
    <message>
        <source>There is no incident “{incident}” in this record.</source>
        <translation>In diesem Protokoll gibt es keinen Vorfall „{incident}“.</translation>
    </message>
    <message>
        <source>Practice and live have records of their own: is --live right?</source>
        <translation>Übung und LIVE haben eigene Protokolle: Stimmt --live?</translation>
    </message>
    <message>
        <source>Look it up with history.</source>
        <translation>Suchen Sie ihn im Verlauf.</translation>
    </message>
    <message>
        <source>The record does not hold the text of this delivery.</source>
        <translation>Das Protokoll enthält den Text dieser Zustellung nicht.</translation>
    </message>
    <message>
        <source>This time has not come yet.</source>
        <translation>Diese Zeit ist noch nicht gekommen.</translation>
    </message>
    <message>
        <source>Say when it was sent.</source>
        <translation>Sagen Sie, wann gesendet wurde.</translation>
    </message>
    <message>
        <source>The text was made after that time.</source>
        <translation>Der Text entstand erst nach dieser Zeit.</translation>
    </message>
    <message>
        <source>A link begins with https://.</source>
        <translation>Ein Link beginnt mit https://.</translation>
    </message>
    <message>
        <source>Paste the whole address, or leave it out.</source>
        <translation>Fügen Sie die ganze Adresse ein, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>This can&apos;t be done to a delivery that is {state}.</source>
        <translation>Das geht nicht mit einer Zustellung, die {state} ist.</translation>
    </message>
    <message>
        <source>No Slack post of this incident waits for you.</source>
        <translation>Kein Slack-Post dieses Vorfalls wartet auf Sie.</translation>
    </message>
    <message>
        <source>The plan has no Slack message for this phase and severity.</source>
        <translation>Der Plan hat für diese Phase und diesen Schweregrad keine Slack-Meldung.</translation>
    </message>
    <message>
        <source>Write one under Templates, or mark the old ones as sent by hand.</source>
        <translation>Schreiben Sie eine unter Vorlagen, oder vermerken Sie die alten als von Hand gesendet.</translation>
    </message>
    <message>
        <source>A skipped message asks for a reason.</source>
        <translation>Eine ausgelassene Meldung verlangt einen Grund.</translation>
    </message>
    <message>
        <source>There is no template “{template}”.</source>
        <translation>Es gibt keine Vorlage „{template}“.</translation>
    </message>
    <message>
        <source>Another rhythm asks for a reason.</source>
        <translation>Ein anderer Takt verlangt einen Grund.</translation>
    </message>
    <message>
        <source>A rhythm has 1 to 1,440 minutes.</source>
        <translation>Ein Takt hat 1 bis 1.440 Minuten.</translation>
    </message>
    <message>
        <source>The plan has no rhythm here that could be slowed.</source>
        <translation>Der Plan hat hier keinen Takt, der sich verlangsamen ließe.</translation>
    </message>
    <message>
        <source>The plan says every {minutes} minutes; a rhythm can only be made slower.</source>
        <translation>Der Plan sagt alle {minutes} Minuten; ein Takt lässt sich nur verlangsamen.</translation>
    </message>
    <message>
        <source>The plan has no role “{role}”.</source>
        <translation>Der Plan hat keine Rolle „{role}“.</translation>
    </message>
    <message>
        <source>It has {names}.</source>
        <translation>Es gibt {names}.</translation>
    </message>
    <message>
        <source>There is no connection “{account}”.</source>
        <translation>Es gibt keine Verbindung „{account}“.</translation>
    </message>
    <message>
        <source>Names are listed by: incident-composer connections list</source>
        <translation>Die Namen zeigt: incident-composer connections list</translation>
    </message>
    <message>
        <source>There is no kind of connection “{kind}”.</source>
        <translation>Es gibt keine Art von Verbindung „{kind}“.</translation>
    </message>
    <message>
        <source>There are {names}; a second account is named after a dot, as in statuspage.eu.</source>
        <translation>Es gibt {names}; ein zweites Konto wird nach einem Punkt benannt, wie in statuspage.eu.</translation>
    </message>
    <message>
        <source>A connection of the kind {kind} has no {key}.</source>
        <translation>Eine Verbindung der Art {kind} hat kein {key}.</translation>
    </message>
    <message>
        <source>There is nothing here that a correction could put right.</source>
        <translation>Hier gibt es nichts, was eine Berichtigung richtigstellen könnte.</translation>
    </message>
    <message>
        <source>This can&apos;t be changed any more.</source>
        <translation>Das lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Send a correction instead.</source>
        <translation>Senden Sie stattdessen eine Berichtigung.</translation>
    </message>
    <message>
        <source>A silent rewrite asks for a reason.</source>
        <translation>Ein stilles Umschreiben verlangt einen Grund.</translation>
    </message>
    <message>
        <source>The words are as they were, so nothing was changed.</source>
        <translation>Die Worte sind, wie sie waren; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Every text of practice carries {drill}; it must stay.</source>
        <translation>Jeder Text der Übung trägt {drill}; das muss bleiben.</translation>
    </message>
    <message>
        <source>This delivery does not wait any more.</source>
        <translation>Diese Zustellung wartet nicht mehr.</translation>
    </message>
    <message>
        <source>There is no template for the post-mortem.</source>
        <translation>Es gibt keine Vorlage für das Post-mortem.</translation>
    </message>
    <message>
        <source>Run: templates check</source>
        <translation>Führen Sie aus: templates check</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written: {reason}.</source>
        <translation>{folder} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Name another folder with --to.</source>
        <translation>Nennen Sie mit --to einen anderen Ordner.</translation>
    </message>
    <message>
        <source>This incident is live already.</source>
        <translation>Dieser Vorfall ist schon live.</translation>
    </message>
    <message>
        <source>This incident is resolved, so there is nothing to take live.</source>
        <translation>Dieser Vorfall ist behoben, deshalb gibt es nichts live zu nehmen.</translation>
    </message>
    <message>
        <source>Declare it in LIVE.</source>
        <translation>Melden Sie ihn in LIVE.</translation>
    </message>
    <message>
        <source>The file of customers was changed since you looked at it, so nothing was published.</source>
        <translation>Die Kundendatei wurde geändert, seit Sie sie ansahen; deshalb wurde nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>Look at the recipients again, then publish.</source>
        <translation>Sehen Sie die Empfänger noch einmal an, und veröffentlichen Sie dann.</translation>
    </message>
    <message>
        <source>There is no address to send the test to.</source>
        <translation>Es gibt keine Adresse, an die der Test gehen könnte.</translation>
    </message>
    <message>
        <source>Put your mail address into the settings, or name one.</source>
        <translation>Tragen Sie Ihre E-Mail-Adresse in die Einstellungen ein, oder nennen Sie eine.</translation>
    </message>
    <message>
        <source>{title} is no mail.</source>
        <translation>{title} ist keine E-Mail.</translation>
    </message>
    <message>
        <source>{title} goes to Slack alone, so there is no mail to try.</source>
        <translation>{title} geht nur an Slack, deshalb gibt es keine E-Mail zu versuchen.</translation>
    </message>
    <message>
        <source>There is no connection that carries this mail.</source>
        <translation>Keine Verbindung trägt diese E-Mail.</translation>
    </message>
    <message>
        <source>Add one under Connections.</source>
        <translation>Legen Sie unter Verbindungen eine an.</translation>
    </message>
    <message>
        <source>Only a mail to many can be paused.</source>
        <translation>Nur eine E-Mail an viele lässt sich anhalten.</translation>
    </message>
    <message>
        <source>Nothing of this mail is under way that could be paused.</source>
        <translation>Von dieser E-Mail ist nichts unterwegs, was sich anhalten ließe.</translation>
    </message>
    <message>
        <source>This mail is not paused.</source>
        <translation>Diese E-Mail ist nicht angehalten.</translation>
    </message>
    <message>
        <source>This mail is {state}, so it can&apos;t simply go on.</source>
        <translation>Diese E-Mail ist {state}, deshalb kann sie nicht einfach weitergehen.</translation>
    </message>
    <message>
        <source>It could leave by {names}.</source>
        <translation>Sie könnte über {names} gehen.</translation>
    </message>
    <message>
        <source>Add another mail account under Connections.</source>
        <translation>Legen Sie unter Verbindungen ein weiteres Mailkonto an.</translation>
    </message>
    <message>
        <source>{account} can&apos;t carry this mail.</source>
        <translation>{account} kann diese E-Mail nicht tragen.</translation>
    </message>
    <message>
        <source>Nobody is left to be mailed.</source>
        <translation>Es ist niemand mehr anzuschreiben.</translation>
    </message>
    <message>
        <source>This mail is {state}; another account takes over only what was not taken.</source>
        <translation>Diese E-Mail ist {state}; ein anderes Konto übernimmt nur, was nicht angenommen wurde.</translation>
    </message>
    <message>
        <source>{account} can&apos;t be read: {reason}</source>
        <translation>{account} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>There is no connection to PagerDuty.</source>
        <translation>Es gibt keine Verbindung zu PagerDuty.</translation>
    </message>
    <message>
        <source>PagerDuty has no incident {incident}.</source>
        <translation>PagerDuty hat keinen Vorfall {incident}.</translation>
    </message>
    <message>
        <source>Link one from the PagerDuty menu of the incident.</source>
        <translation>Verknüpfen Sie einen im PagerDuty-Menü des Vorfalls.</translation>
    </message>
    <message>
        <source>Link one with: incident-composer take-over --pagerduty ID --into INCIDENT</source>
        <translation>Verknüpfen Sie einen mit: incident-composer take-over --pagerduty ID --into INCIDENT</translation>
    </message>
    <message>
        <source>The plan does not let “{name}” be paged by PagerDuty.</source>
        <translation>Der Plan lässt „{name}“ nicht über PagerDuty rufen.</translation>
    </message>
    <message>
        <source>It lets be paged: {names}. Put the pagerduty_id of a domain (its escalation policy) or of a contact into the plan.</source>
        <translation>Er lässt rufen: {names}. Tragen Sie die pagerduty_id einer Domäne (ihrer Eskalation) oder eines Kontakts in den Plan ein.</translation>
    </message>
    <message>
        <source>Say who is to be paged.</source>
        <translation>Sagen Sie, wer gerufen werden soll.</translation>
    </message>
    <message>
        <source>There is no shipped template “{template}” to copy.</source>
        <translation>Es gibt keine mitgelieferte Vorlage „{template}“ zum Kopieren.</translation>
    </message>
    <message>
        <source>There is no copy of your own of “{template}”.</source>
        <translation>Es gibt keine eigene Kopie von „{template}“.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed: {reason}.</source>
        <translation>{file} lässt sich nicht entfernen: {reason}.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made: {reason}.</source>
        <translation>{folder} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>Look at the permissions of the home folder.</source>
        <translation>Sehen Sie nach den Rechten des Home-Ordners.</translation>
    </message>
    <message>
        <source>What you type into the timeline can&apos;t be kept: {reason}.</source>
        <translation>Was Sie in den Ablauf tippen, lässt sich nicht aufheben: {reason}.</translation>
    </message>
    <message>
        <source>{file}: the plan of this incident is not there.</source>
        <translation>{file}: Der Plan dieses Vorfalls ist nicht da.</translation>
    </message>
    <message>
        <source>The {what} “{title}” stands on “{key}”, which the plan in force does not know. {why}</source>
        <translation>Der Vorfall „{title}“ ({what}) steht auf „{key}“, was der geltende Plan nicht kennt. {why}</translation>
    </message>
    <message>
        <source>Put the plan of this incident back or mend it, and try again.</source>
        <translation>Legen Sie den Plan dieses Vorfalls zurück oder beheben Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It may have arrived, so it is looked up before it is sent again.</source>
        <translation>Es kann angekommen sein; deshalb wird nachgesehen, bevor es noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Look it up with: incident-composer deliveries --resume</source>
        <translation>Sehen Sie nach mit: incident-composer deliveries --resume</translation>
    </message>
    <message>
        <source>Name the wrong messages of one incident.</source>
        <translation>Nennen Sie die falschen Meldungen eines Vorfalls.</translation>
    </message>
    <message>
        <source>Putting right asks for a reason; it stands in the record.</source>
        <translation>Das Richtigstellen verlangt einen Grund; er steht im Protokoll.</translation>
    </message>
    <message>
        <source>What is withdrawn from a page is corrected there too.</source>
        <translation>Was von einer Seite zurückgezogen wird, wird dort auch berichtigt.</translation>
    </message>
    <message>
        <source>Nobody got any of these, so nothing is to be put right.</source>
        <translation>Niemand hat etwas davon bekommen, deshalb ist nichts richtigzustellen.</translation>
    </message>
    <message>
        <source>The mail was stopped, but copies are leaving at this very moment.</source>
        <translation>Die E-Mail wurde angehalten, aber gerade gehen noch welche ab.</translation>
    </message>
    <message>
        <source>Put it right in a moment.</source>
        <translation>Stellen Sie sie gleich richtig.</translation>
    </message>
    <message>
        <source>{title}: it can&apos;t be corrected; the next one puts it right.</source>
        <translation>{title}: lässt sich nicht berichtigen; die nächste stellt es richtig.</translation>
    </message>
    <message>
        <source>{title}: it has not left yet. Pause it, or take it back.</source>
        <translation>{title}: ist noch nicht weg. Halten Sie sie an, oder nehmen Sie sie zurück.</translation>
    </message>
    <message>
        <source>{title}: nobody got it.</source>
        <translation>{title}: niemand hat sie bekommen.</translation>
    </message>
    <message>
        <source>There is no status page “{account}” that can be read.</source>
        <translation>Es gibt keine Statusseite „{account}“, die sich lesen lässt.</translation>
    </message>
    <message>
        <source>{account} has no open incident {incident}.</source>
        <translation>{account} hat keinen offenen Vorfall {incident}.</translation>
    </message>
    <message>
        <source>There is no Slack channel {channel}, or the app can&apos;t see it.</source>
        <translation>Es gibt keinen Slack-Kanal {channel}, oder die App sieht ihn nicht.</translation>
    </message>
    <message>
        <source>Invite the app to it.</source>
        <translation>Laden Sie die App dorthin ein.</translation>
    </message>
    <message>
        <source>The plan has no severity “{severity}”.</source>
        <translation>Der Plan hat keinen Schweregrad „{severity}“.</translation>
    </message>
    <message>
        <source>Take one of {names}.</source>
        <translation>Nehmen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>The script of this rehearsal has no step.</source>
        <translation>Das Skript dieser Probe hat keinen Schritt.</translation>
    </message>
    <message>
        <source>going back from {before} to {phase} asks for a reason</source>
        <translation>zurück von {before} nach {phase} verlangt einen Grund</translation>
    </message>
    <message>
        <source>changing the severity from {before} to {severity} asks for a reason</source>
        <translation>den Schweregrad von {before} auf {severity} zu ändern verlangt einen Grund</translation>
    </message>
    <message>
        <source>Every Slack post of this incident got there, or was decided about.</source>
        <translation>Jeder Slack-Post dieses Vorfalls kam an, oder es wurde über ihn entschieden.</translation>
    </message>
    <message>
        <source>The plan has no mail address of a contact. Put email into its contacts.</source>
        <translation>Der Plan hat von keinem Kontakt eine E-Mail-Adresse. Tragen Sie email bei seinen Kontakten ein.</translation>
    </message>
    <message>
        <source>Nothing is connected that carries mail. Add SMTP or SendGrid under Connections.</source>
        <translation>Nichts ist verbunden, was E-Mail trägt. Legen Sie unter Verbindungen SMTP oder SendGrid an.</translation>
    </message>
    <message>
        <source>No PagerDuty incident is linked, so nobody can be paged on it.</source>
        <translation>Kein PagerDuty-Vorfall ist verknüpft, deshalb kann dort niemand gerufen werden.</translation>
    </message>
    <message>
        <source>PagerDuty is not connected. Add it under Connections.</source>
        <translation>PagerDuty ist nicht verbunden. Legen Sie es unter Verbindungen an.</translation>
    </message>
    <message>
        <source>The plan lets nobody be paged. Put pagerduty_id into its domains or contacts.</source>
        <translation>Der Plan lässt niemanden rufen. Tragen Sie pagerduty_id bei seinen Domänen oder Kontakten ein.</translation>
    </message>
    <message>
        <source>This post does not wait any more.</source>
        <translation>Dieser Post wartet nicht mehr.</translation>
    </message>
    <message>
        <source>Look at its row.</source>
        <translation>Sehen Sie sich seine Zeile an.</translation>
    </message>
    <message>
        <source>Nobody can be mailed as “{name}”.</source>
        <translation>Als „{name}“ lässt sich niemand anschreiben.</translation>
    </message>
    <message>
        <source>There is {names}.</source>
        <translation>Es gibt {names}.</translation>
    </message>
    <message>
        <source>Say who is to be reached.</source>
        <translation>Sagen Sie, wer erreicht werden soll.</translation>
    </message>
    <message>
        <source>This skip does not stand any more.</source>
        <translation>Dieses Auslassen besteht nicht mehr.</translation>
    </message>
    <message>
        <source>Look at what is due now.</source>
        <translation>Sehen Sie nach, was jetzt fällig ist.</translation>
    </message>
    <message>
        <source>Name what to take over: a public incident, a Slack channel, a PagerDuty incident.</source>
        <translation>Nennen Sie, was zu übernehmen ist: einen öffentlichen Vorfall, einen Slack-Kanal, einen PagerDuty-Vorfall.</translation>
    </message>
    <message>
        <source>This incident is not open, so nothing can be adopted.</source>
        <translation>Dieser Vorfall ist nicht offen, deshalb lässt sich nichts zuordnen.</translation>
    </message>
    <message>
        <source>Name what to adopt: a public incident, a Slack channel, a PagerDuty incident.</source>
        <translation>Nennen Sie, was zuzuordnen ist: ein öffentlicher Vorfall, ein Slack-Kanal, ein PagerDuty-Vorfall.</translation>
    </message>
    <message>
        <source>That belongs to “{title}” ({incident}).</source>
        <translation>Das gehört zu „{title}“ ({incident}).</translation>
    </message>
    <message>
        <source>This incident is on {account} already.</source>
        <translation>Dieser Vorfall steht schon auf {account}.</translation>
    </message>
    <message>
        <source>Resolve one of the two on the page itself.</source>
        <translation>Beheben Sie einen der beiden auf der Seite selbst.</translation>
    </message>
    <message>
        <source>{severity} is no severity that declares an incident.</source>
        <translation>{severity} ist kein Schweregrad, bei dem ein Vorfall gemeldet wird.</translation>
    </message>
    <message>
        <source>The settings could not be saved. {reason}</source>
        <translation>Die Einstellungen ließen sich nicht speichern. {reason}</translation>
    </message>
    <message>
        <source>They count until the window is closed.</source>
        <translation>Sie gelten, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The publish_id “{key}” was used for other content.</source>
        <translation>Die publish_id „{key}“ wurde für anderen Inhalt benutzt.</translation>
    </message>
    <message>
        <source>Give the new content a publish_id of its own.</source>
        <translation>Geben Sie dem neuen Inhalt eine eigene publish_id.</translation>
    </message>
    <message>
        <source>Someone else changed this incident meanwhile, so nothing was stored.</source>
        <translation>Jemand anderes hat diesen Vorfall inzwischen geändert, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Look at the incident as it is now, and try again.</source>
        <translation>Sehen Sie sich den Vorfall an, wie er jetzt ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This incident is stored already, so nothing was stored.</source>
        <translation>Dieser Vorfall ist schon gespeichert, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The record knows no incident {incident}, so nothing was stored.</source>
        <translation>Das Protokoll kennt keinen Vorfall {incident}, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The record knows no delivery {delivery}.</source>
        <translation>Das Protokoll kennt keine Zustellung {delivery}.</translation>
    </message>
    <message>
        <source>Only a message that was sent can be changed, so nothing was stored.</source>
        <translation>Nur eine gesendete Meldung lässt sich ändern, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>open incident</source>
        <translation>offener Vorfall</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{time} too late</source>
        <translation>{time} zu spät</translation>
    </message>
    <message>
        <source>{deadline}: notified</source>
        <translation>{deadline}: gemeldet</translation>
    </message>
    <message>
        <source>There is nothing to send yet: choose a severity, or tick a message.</source>
        <translation>Noch ist nichts zu senden: Wählen Sie einen Schweregrad, oder kreuzen Sie eine Meldung an.</translation>
    </message>
    <message>
        <source>{service} says that all is well</source>
        <translation>{service} sagt, dass alles in Ordnung ist</translation>
    </message>
    <message>
        <source>{service}: not known, {why}</source>
        <translation>{service}: nicht bekannt, {why}</translation>
    </message>
    <message>
        <source>{service} reports an incident since {since} UTC</source>
        <translation>{service} meldet einen Vorfall seit {since} UTC</translation>
    </message>
    <message>
        <source>{service} reports an incident</source>
        <translation>{service} meldet einen Vorfall</translation>
    </message>
    <message>
        <source> (and {count} more)</source>
        <translation> (und {count} weitere)</translation>
    </message>
    <message>
        <source>Not known: {why}</source>
        <translation>Nicht bekannt: {why}</translation>
    </message>
    <message>
        <source>Operational, it says</source>
        <translation>In Betrieb, sagt er</translation>
    </message>
    <message>
        <source>read {time} UTC</source>
        <translation>gelesen {time} UTC</translation>
    </message>
    <message>
        <source>Take out “{words}”</source>
        <translation>„{words}“ herausnehmen</translation>
    </message>
    <message>
        <source>Put “{instead}” instead of “{words}”</source>
        <translation>„{instead}“ statt „{words}“ einsetzen</translation>
    </message>
    <message>
        <source>Promise it by {time} UTC</source>
        <translation>Bis {time} UTC versprechen</translation>
    </message>
    <message>
        <source>Let it pass: why?</source>
        <translation>Durchlassen: warum?</translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation>Durchlassen</translation>
    </message>
    <message>
        <source>for example it is the public name of a product</source>
        <translation>zum Beispiel: es ist der öffentliche Name eines Produkts</translation>
    </message>
    <message>
        <source>Not asked in practice</source>
        <translation>In der Übung nicht gefragt</translation>
    </message>
    <message>
        <source>In practice nothing leaves this computer, so no feed on another one is asked.</source>
        <translation>In der Übung verlässt nichts diesen Computer, daher wird kein Feed auf einem anderen gefragt.</translation>
    </message>
    <message>
        <source>Not asked now</source>
        <translation>Zurzeit nicht gefragt</translation>
    </message>
    <message>
        <source>Asked every {minutes} min while an incident is open, or now with Ctrl+Shift+S. What is in doubt is not known, never operational.</source>
        <translation>Gefragt alle {minutes} min, solange ein Vorfall offen ist, oder jetzt mit Strg+Umschalt+S. Was zweifelhaft ist, gilt als nicht bekannt, nie als in Betrieb.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>What it said last</source>
        <translation>Was er zuletzt sagte</translation>
    </message>
    <message>
        <source>Status feeds</source>
        <translation>Status-Feeds</translation>
    </message>
    <message>
        <source>there is no “{name}” here{hint}</source>
        <translation>hier gibt es kein „{name}“{hint}</translation>
    </message>
    <message>
        <source>expected a word or a phrase.</source>
        <translation>erwartet wird ein Wort oder eine Wendung.</translation>
    </message>
    <message>
        <source>in Slack</source>
        <translation>in Slack</translation>
    </message>
    <message>
        <source>on the status page</source>
        <translation>auf der Statusseite</translation>
    </message>
    <message>
        <source>in the customer email</source>
        <translation>in der Kunden-E-Mail</translation>
    </message>
    <message>
        <source>in the executive notification</source>
        <translation>in der Mitteilung an die Leitung</translation>
    </message>
    <message>
        <source>in the PagerDuty update</source>
        <translation>in der PagerDuty-Meldung</translation>
    </message>
    <message>
        <source>in the text to copy</source>
        <translation>im Text zum Kopieren</translation>
    </message>
    <message>
        <source>“{this}” {where}, but “{that}” {there}.</source>
        <translation>„{this}“ {where}, aber „{that}“ {there}.</translation>
    </message>
    <message>
        <source>“{this}” and “{that}” {where} contradict each other.</source>
        <translation>„{this}“ und „{that}“ {where} widersprechen sich.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but the impact started at {that} UTC.</source>
        <translation>„{this}“ {where}, aber die Auswirkung begann um {that} UTC.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but the impact ended at {that} UTC.</source>
        <translation>„{this}“ {where}, aber die Auswirkung endete um {that} UTC.</translation>
    </message>
    <message>
        <source>“{this}” {where}: the end lies before the start.</source>
        <translation>„{this}“ {where}: Das Ende liegt vor dem Beginn.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but the impact lasted {that}.</source>
        <translation>„{this}“ {where}, aber die Auswirkung dauerte {that}.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but the impact has been going on for {that}.</source>
        <translation>„{this}“ {where}, aber die Auswirkung dauert seit {that} an.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but it is {now} UTC.</source>
        <translation>„{this}“ {where}, aber es ist {now} UTC.</translation>
    </message>
    <message>
        <source>The next update is promised for “{this}” {where}, but it is {now} UTC.</source>
        <translation>Die nächste Meldung ist für „{this}“ {where} versprochen, aber es ist {now} UTC.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but the phase is {phase}.</source>
        <translation>„{this}“ {where}, aber die Phase ist {phase}.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but the severity is {severity}.</source>
        <translation>„{this}“ {where}, aber der Schweregrad ist {severity}.</translation>
    </message>
    <message>
        <source>The severity goes from {before} to {severity}, but {field} says the same as before.</source>
        <translation>Der Schweregrad geht von {before} zu {severity}, aber {field} sagt dasselbe wie zuvor.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but {component} is not operational.</source>
        <translation>„{this}“ {where}, aber {component} ist nicht in Betrieb.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but {component} is held by the open incident “{title}”.</source>
        <translation>„{this}“ {where}, aber {component} gehört zum offenen Vorfall „{title}“.</translation>
    </message>
    <message>
        <source>“{this}” {where}, but {field} says “{that}”.</source>
        <translation>„{this}“ {where}, aber {field} sagt „{that}“.</translation>
    </message>
    <message>
        <source>“{this}” was said {where} at {at} UTC, but {field} says “{that}” now.</source>
        <translation>„{this}“ wurde {where} um {at} UTC gesagt, aber {field} sagt jetzt „{that}“.</translation>
    </message>
    <message>
        <source>Resolved {where}, but {phase} is the last that was said {there}.</source>
        <translation>Gelöst {where}, aber {phase} ist das Letzte, was {there} gesagt wurde.</translation>
    </message>
    <message>
        <source>The phase goes back from {before} to {phase}, but the text {where} does not say so.</source>
        <translation>Die Phase geht von {before} zu {phase} zurück, aber der Text {where} sagt das nicht.</translation>
    </message>
    <message>
        <source>{component} is also held by the open incident “{title}”.</source>
        <translation>{component} gehört auch zum offenen Vorfall „{title}“.</translation>
    </message>
    <message>
        <source>The same text was said {where} of the open incident “{title}”.</source>
        <translation>Derselbe Text wurde {where} zum offenen Vorfall „{title}“ gesagt.</translation>
    </message>
    <message>
        <source>The text could not be checked for contradictions, so it is not published. Restart the program; until then send it by hand.</source>
        <translation>Der Text konnte nicht auf Widersprüche geprüft werden und wird daher nicht veröffentlicht. Starten Sie das Programm neu; senden Sie ihn bis dahin von Hand.</translation>
    </message>
    <message>
        <source>it was not asked yet.</source>
        <translation>er wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>it was last read too long ago.</source>
        <translation>er wurde zuletzt vor zu langer Zeit gelesen.</translation>
    </message>
    <message>
        <source>it is not asked in practice, as nothing leaves this computer.</source>
        <translation>er wird in der Übung nicht gefragt, da nichts diesen Computer verlässt.</translation>
    </message>
    <message>
        <source>it answered with the status {status}.</source>
        <translation>er antwortete mit dem Status {status}.</translation>
    </message>
    <message>
        <source>it led on more than {count} times.</source>
        <translation>er leitete mehr als {count}-mal weiter.</translation>
    </message>
    <message>
        <source>it leads to {host}, where no feed may lead.</source>
        <translation>er leitet zu {host}, wohin kein Feed leiten darf.</translation>
    </message>
    <message>
        <source>its answer breaks off, or is garbled.</source>
        <translation>seine Antwort bricht ab oder ist verstümmelt.</translation>
    </message>
    <message>
        <source>its answer holds a document type, which no feed needs.</source>
        <translation>seine Antwort enthält einen Dokumenttyp, den kein Feed braucht.</translation>
    </message>
    <message>
        <source>its answer is in another form than expected.</source>
        <translation>seine Antwort hat eine andere Form als erwartet.</translation>
    </message>
    <message>
        <source>it calls a state “{word}”, which is not known here.</source>
        <translation>er nennt einen Zustand „{word}“, der hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>its answer is about “{page}”, not about this service.</source>
        <translation>seine Antwort handelt von „{page}“, nicht von diesem Dienst.</translation>
    </message>
    <message>
        <source>its answer does not say which service it is about.</source>
        <translation>seine Antwort sagt nicht, von welchem Dienst sie handelt.</translation>
    </message>
    <message>
        <source>it names no part such as {names}.</source>
        <translation>er nennt keinen Teil wie {names}.</translation>
    </message>
    <message>
        <source>it does not say what an incident concerns, or whether it is over.</source>
        <translation>er sagt nicht, was ein Vorfall betrifft oder ob er vorbei ist.</translation>
    </message>
    <message>
        <source>it lists nothing at all.</source>
        <translation>er führt gar nichts auf.</translation>
    </message>
    <message>
        <source>it does not say when it was last changed.</source>
        <translation>er sagt nicht, wann er zuletzt geändert wurde.</translation>
    </message>
    <message>
        <source>its times lie in the future.</source>
        <translation>seine Zeiten liegen in der Zukunft.</translation>
    </message>
    <message>
        <source>it has stood still since {date}.</source>
        <translation>er steht seit {date} still.</translation>
    </message>
    <message>
        <source>expected a pattern that holds {{code}}, the incident&apos;s code name.</source>
        <translation>erwartet wird ein Muster mit {{code}}, dem Decknamen des Vorfalls.</translation>
    </message>
    <message>
        <source>{name} is no contact of the plan, no Slack id and no address{hint}</source>
        <translation>{name} ist kein Kontakt des Plans, keine Slack-Kennung und keine Adresse{hint}</translation>
    </message>
    <message>
        <source>the code name {name} stands there twice.</source>
        <translation>der Deckname {name} steht zweimal da.</translation>
    </message>
    <message>
        <source>the role {role} stands under [roles] already.</source>
        <translation>die Rolle {role} steht schon unter [roles].</translation>
    </message>
    <message>
        <source>the text holds “{word}”, which words_not_public keeps from the public.</source>
        <translation>der Text enthält „{word}“, was words_not_public der Öffentlichkeit vorenthält.</translation>
    </message>
    <message>
        <source>Suspended: security incident.</source>
        <translation>Ausgesetzt: Sicherheitsvorfall.</translation>
    </message>
    <message>
        <source>Suspended: nobody on the need-to-know list has an address.</source>
        <translation>Ausgesetzt: Niemand, der es wissen muss, hat eine Adresse.</translation>
    </message>
    <message>
        <source>Approved beforehand by {name} on {day}: unchanged, it needs no other approval.</source>
        <translation>Im Voraus freigegeben von {name} am {day}: Unverändert braucht er keine weitere Freigabe.</translation>
    </message>
    <message>
        <source>The plan&apos;s holding statement; nobody approved it beforehand, so it waits for its approvals.</source>
        <translation>Die vorbereitete Erklärung des Plans; niemand hat sie im Voraus freigegeben, daher wartet sie auf ihre Freigaben.</translation>
    </message>
    <message>
        <source>expected both approved_by and approved_on, or neither.</source>
        <translation>erwartet werden approved_by und approved_on, oder keines von beiden.</translation>
    </message>
    <message>
        <source>Nobody on the need-to-know list has an address. Name one in plan.toml under [security] need_to_know.</source>
        <translation>Niemand, der es wissen muss, hat eine Adresse. Nennen Sie eine in plan.toml unter [security] need_to_know.</translation>
    </message>
    <message>
        <source>{channel} is open to everybody in Slack, and this is a security incident. Make it private there, or open a private channel for the incident.</source>
        <translation>{channel} ist in Slack für alle offen, und dies ist ein Sicherheitsvorfall. Machen Sie ihn dort privat, oder öffnen Sie einen privaten Kanal für den Vorfall.</translation>
    </message>
    <message>
        <source>#{channel} exists in Slack and is open to everybody, so nothing was said there. Rename it in Slack, then send again.</source>
        <translation>#{channel} gibt es in Slack schon, für alle offen, daher wurde dort nichts gesagt. Benennen Sie ihn in Slack um, und senden Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The token lacks {scope}: it can&apos;t make a private channel for a security incident. Add it to the app, and install it again.</source>
        <translation>Dem Token fehlt {scope}: Er kann keinen privaten Kanal für einen Sicherheitsvorfall anlegen. Fügen Sie es der App hinzu, und installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>Ending it as a security incident asks for a reason.</source>
        <translation>Ihn als Sicherheitsvorfall zu beenden verlangt einen Grund.</translation>
    </message>
    <message>
        <source>This is no security incident.</source>
        <translation>Dies ist kein Sicherheitsvorfall.</translation>
    </message>
    <message>
        <source>The plan has no regulator&apos;s deadline {key}</source>
        <translation>Der Plan hat keine Behördenfrist {key}</translation>
    </message>
    <message>
        <source>Say who was notified, and how.</source>
        <translation>Sagen Sie, wem es gemeldet wurde und wie.</translation>
    </message>
    <message>
        <source>A notification can&apos;t have been made in the future.</source>
        <translation>Eine Meldung kann nicht in der Zukunft gemacht worden sein.</translation>
    </message>
    <message>
        <source>A security incident&apos;s post-mortem and past are not put on the page: each public text of it needs its approvals.</source>
        <translation>Post-mortem und Vergangenheit eines Sicherheitsvorfalls kommen nicht auf die Seite: Jeder öffentliche Text dazu braucht seine Freigaben.</translation>
    </message>
    <message>
        <source>End it as a security incident first, with a reason.</source>
        <translation>Beenden Sie ihn zuerst als Sicherheitsvorfall, mit einem Grund.</translation>
    </message>
    <message>
        <source>It can&apos;t have been known in the future.</source>
        <translation>Es kann nicht in der Zukunft bekannt geworden sein.</translation>
    </message>
    <message>
        <source>a word that a security incident keeps from the public</source>
        <translation>ein Wort, das ein Sicherheitsvorfall der Öffentlichkeit vorenthält</translation>
    </message>
    <message>
        <source>{field}: customers may not know the word “{said}”.</source>
        <translation>{field}: Kunden kennen das Wort „{said}“ vielleicht nicht.</translation>
    </message>
    <message>
        <source>{field}: instead of “{said}”, “{instead}” is plainer.</source>
        <translation>{field}: Statt „{said}“ ist „{instead}“ klarer.</translation>
    </message>
    <message>
        <source>{field}: “{said}” puts the blame on somebody, and customers hold you to it all the same.</source>
        <translation>{field}: „{said}“ gibt jemandem die Schuld, und Kunden halten sich doch an Sie.</translation>
    </message>
    <message>
        <source>{field}: “{said}” promises a fixed time, which nobody can be sure of. Promise the next update instead.</source>
        <translation>{field}: „{said}“ verspricht eine feste Zeit, deren niemand sicher sein kann. Versprechen Sie stattdessen die nächste Meldung.</translation>
    </message>
    <message>
        <source>{field}: “{said}” tells customers nothing.</source>
        <translation>{field}: „{said}“ sagt Kunden nichts.</translation>
    </message>
    <message>
        <source>{field}: “{said}” leaves open who acts. Say who does.</source>
        <translation>{field}: „{said}“ lässt offen, wer handelt. Sagen Sie, wer es tut.</translation>
    </message>
    <message>
        <source>{field}: “{said}” does not tell what customers notice.</source>
        <translation>{field}: „{said}“ sagt nicht, was Kunden bemerken.</translation>
    </message>
    <message>
        <source>Customers are not told when the next update comes: “Next update by {time} UTC” follows the plan&apos;s rhythm.</source>
        <translation>Kunden erfahren nicht, wann die nächste Meldung kommt: „Nächste Meldung bis {time} UTC“ folgt dem Rhythmus des Plans.</translation>
    </message>
    <message>
        <source>{field} has no news: say what has changed, or use Nothing new.</source>
        <translation>{field} enthält nichts Neues: Sagen Sie, was sich geändert hat, oder nehmen Sie „Nichts Neues“.</translation>
    </message>
    <message>
        <source>{field} says the same as the last update on the status page ({time} UTC).</source>
        <translation>{field} sagt dasselbe wie die letzte Meldung auf der Statusseite ({time} UTC).</translation>
    </message>
    <message>
        <source>{title} has {count} characters. What is longer than {most} is not read to its end.</source>
        <translation>{title} hat {count} Zeichen. Was länger als {most} ist, wird nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>{title} is hard to read: its reading ease is {ease} of 100. Shorter sentences and words help.</source>
        <translation>{title} ist schwer zu lesen: Die Lesbarkeit ist {ease} von 100. Kürzere Sätze und Wörter helfen.</translation>
    </message>
    <message>
        <source>{field}: “{said}” may be misspelt.</source>
        <translation>{field}: „{said}“ ist vielleicht falsch geschrieben.</translation>
    </message>
    <message>
        <source>The wording could not be checked.</source>
        <translation>Die Wortwahl konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The wording could not be checked, so the text waits. Read it once more, then let it pass with a reason.</source>
        <translation>Die Wortwahl konnte nicht geprüft werden, deshalb wartet der Text. Lesen Sie ihn noch einmal und lassen Sie ihn dann mit einer Begründung durch.</translation>
    </message>
    <message>
        <source>Who needs to know</source>
        <translation>Wer es wissen muss</translation>
    </message>
    <message>
        <source>Approved by, before it is public</source>
        <translation>Freigegeben von, bevor es öffentlich ist</translation>
    </message>
    <message>
        <source>Words not public</source>
        <translation>Nicht öffentliche Wörter</translation>
    </message>
    <message>
        <source>Code names</source>
        <translation>Decknamen</translation>
    </message>
    <message>
        <source>{text} (approved by {name} on {day})</source>
        <translation>{text} (freigegeben von {name} am {day})</translation>
    </message>
    <message>
        <source>Holding statement</source>
        <translation>Vorbereitete Erklärung</translation>
    </message>
    <message>
        <source>since it is known</source>
        <translation>seit es bekannt ist</translation>
    </message>
    <message>
        <source>since the declaration</source>
        <translation>seit der Meldung</translation>
    </message>
    <message>
        <source>since the start of impact</source>
        <translation>seit Beginn der Auswirkung</translation>
    </message>
    <message>
        <source>{hours:g} h</source>
        <translation>{hours:g} h</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Binnen</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Wem</translation>
    </message>
    <message>
        <source>Regulators</source>
        <translation>Behörden</translation>
    </message>
    <message>
        <source>Security incidents</source>
        <translation>Sicherheitsvorfälle</translation>
    </message>
    <message>
        <source>a Slack token</source>
        <translation>ein Slack-Token</translation>
    </message>
    <message>
        <source>a Slack webhook address</source>
        <translation>die Adresse eines Slack-Webhooks</translation>
    </message>
    <message>
        <source>a SendGrid key</source>
        <translation>ein SendGrid-Schlüssel</translation>
    </message>
    <message>
        <source>a PagerDuty key</source>
        <translation>ein PagerDuty-Schlüssel</translation>
    </message>
    <message>
        <source>a Statuspage key</source>
        <translation>ein Statuspage-Schlüssel</translation>
    </message>
    <message>
        <source>an AWS key</source>
        <translation>ein AWS-Schlüssel</translation>
    </message>
    <message>
        <source>a Google key</source>
        <translation>ein Google-Schlüssel</translation>
    </message>
    <message>
        <source>an Azure key</source>
        <translation>ein Azure-Schlüssel</translation>
    </message>
    <message>
        <source>a GitHub or GitLab token</source>
        <translation>ein GitHub- oder GitLab-Token</translation>
    </message>
    <message>
        <source>a Stripe key</source>
        <translation>ein Stripe-Schlüssel</translation>
    </message>
    <message>
        <source>a supplier&apos;s token</source>
        <translation>das Token eines Anbieters</translation>
    </message>
    <message>
        <source>a signed token (JWT)</source>
        <translation>ein signiertes Token (JWT)</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>ein privater Schlüssel</translation>
    </message>
    <message>
        <source>a connection string</source>
        <translation>eine Verbindungszeichenfolge</translation>
    </message>
    <message>
        <source>an address with a password</source>
        <translation>eine Adresse mit Passwort</translation>
    </message>
    <message>
        <source>a credential of a request</source>
        <translation>die Zugangsdaten einer Anfrage</translation>
    </message>
    <message>
        <source>a password or key</source>
        <translation>ein Passwort oder Schlüssel</translation>
    </message>
    <message>
        <source>the code of a meeting or a door</source>
        <translation>der Code einer Besprechung oder einer Tür</translation>
    </message>
    <message>
        <source>an account with its password</source>
        <translation>ein Konto mit seinem Passwort</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>ein Passwort</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>ein Schlüssel</translation>
    </message>
    <message>
        <source>an IP address</source>
        <translation>eine IP-Adresse</translation>
    </message>
    <message>
        <source>a hardware address</source>
        <translation>eine Hardware-Adresse</translation>
    </message>
    <message>
        <source>an internal host name</source>
        <translation>ein interner Hostname</translation>
    </message>
    <message>
        <source>a host name</source>
        <translation>ein Hostname</translation>
    </message>
    <message>
        <source>the name of an environment or machine</source>
        <translation>der Name einer Umgebung oder eines Rechners</translation>
    </message>
    <message>
        <source>the name of an internal service</source>
        <translation>der Name eines internen Dienstes</translation>
    </message>
    <message>
        <source>the name of a pod or container</source>
        <translation>der Name eines Pods oder Containers</translation>
    </message>
    <message>
        <source>the id of a container or build</source>
        <translation>die Kennung eines Containers oder Builds</translation>
    </message>
    <message>
        <source>the id of a cloud machine or resource</source>
        <translation>die Kennung eines Rechners oder einer Ressource in der Cloud</translation>
    </message>
    <message>
        <source>an internal address</source>
        <translation>eine interne Adresse</translation>
    </message>
    <message>
        <source>the address of an internal tool</source>
        <translation>die Adresse eines internen Werkzeugs</translation>
    </message>
    <message>
        <source>a port of a machine</source>
        <translation>ein Port eines Rechners</translation>
    </message>
    <message>
        <source>a path on a machine</source>
        <translation>ein Pfad auf einem Rechner</translation>
    </message>
    <message>
        <source>the name of a file of the program</source>
        <translation>der Name einer Datei des Programms</translation>
    </message>
    <message>
        <source>part of a stack trace</source>
        <translation>ein Teil eines Stacktrace</translation>
    </message>
    <message>
        <source>a failure as machines name it</source>
        <translation>ein Fehler, wie ihn Rechner benennen</translation>
    </message>
    <message>
        <source>a line of a log</source>
        <translation>eine Zeile eines Protokolls</translation>
    </message>
    <message>
        <source>a database statement</source>
        <translation>eine Datenbankanweisung</translation>
    </message>
    <message>
        <source>part of a database</source>
        <translation>ein Teil einer Datenbank</translation>
    </message>
    <message>
        <source>a command typed on a machine</source>
        <translation>ein Befehl, der an einem Rechner eingegeben wird</translation>
    </message>
    <message>
        <source>the id of a commit</source>
        <translation>die Kennung eines Commits</translation>
    </message>
    <message>
        <source>the name of a branch or build</source>
        <translation>der Name eines Branches oder Builds</translation>
    </message>
    <message>
        <source>an internal id</source>
        <translation>eine interne Kennung</translation>
    </message>
    <message>
        <source>the id of a ticket, change or incident</source>
        <translation>die Kennung eines Tickets, einer Änderung oder eines Vorfalls</translation>
    </message>
    <message>
        <source>a person&apos;s email address</source>
        <translation>die E-Mail-Adresse einer Person</translation>
    </message>
    <message>
        <source>a person&apos;s phone number</source>
        <translation>die Telefonnummer einer Person</translation>
    </message>
    <message>
        <source>a handle of a person or group</source>
        <translation>das Kürzel einer Person oder Gruppe</translation>
    </message>
    <message>
        <source>the name of a chat channel</source>
        <translation>der Name eines Chat-Kanals</translation>
    </message>
    <message>
        <source>who is at work inside</source>
        <translation>eine Auskunft, wer intern daran arbeitet</translation>
    </message>
    <message>
        <source>a figure of our business</source>
        <translation>eine Geschäftszahl von uns</translation>
    </message>
    <message>
        <source>a name that is kept from the public</source>
        <translation>ein Name, der nicht an die Öffentlichkeit soll</translation>
    </message>
    <message>
        <source>a customer of yours</source>
        <translation>einer Ihrer Kunden</translation>
    </message>
    <message>
        <source>a credential of your own</source>
        <translation>eigene Zugangsdaten</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>The text as it will be sent</source>
        <translation>Der Text, wie er gesendet wird</translation>
    </message>
    <message>
        <source>&amp;Record the approval</source>
        <translation>Freigabe &amp;festhalten</translation>
    </message>
    <message>
        <source>Approval: {message}</source>
        <translation>Freigabe: {message}</translation>
    </message>
    <message>
        <source>&amp;Copy text for approval</source>
        <translation>Text zur Freigabe &amp;kopieren</translation>
    </message>
    <message>
        <source>The whole text with its code, to be pasted into a chat</source>
        <translation>Der ganze Text mit seinem Code, zum Einfügen in einen Chat</translation>
    </message>
    <message>
        <source>Link to the chat</source>
        <translation>Link zum Chat</translation>
    </message>
    <message>
        <source>where it can be read again (may stay empty)</source>
        <translation>wo man es nachlesen kann (kann leer bleiben)</translation>
    </message>
    <message>
        <source>Code that they read back</source>
        <translation>Code, den sie zurücklesen</translation>
    </message>
    <message>
        <source>&amp;Link to the chat</source>
        <translation>&amp;Link zum Chat</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>R&amp;olle</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <source>Code that they read b&amp;ack</source>
        <translation>Code, den sie &amp;zurücklesen</translation>
    </message>
    <message>
        <source>To be asked: {who}. Read out exactly this text, or copy it into a chat; whoever agrees reads its code back to you.</source>
        <translation>Zu fragen: {who}. Lesen Sie genau diesen Text vor, oder kopieren Sie ihn in einen Chat; wer zustimmt, liest Ihnen seinen Code zurück.</translation>
    </message>
    <message>
        <source>Code of the text: {code}</source>
        <translation>Code des Textes: {code}</translation>
    </message>
    <message>
        <source>read out as {words}</source>
        <translation>vorgelesen als {words}</translation>
    </message>
    <message>
        <source>Holds for {count} minutes, for this text and one publish.</source>
        <translation>Gilt {count} Minuten, für diesen Text und eine Veröffentlichung.</translation>
    </message>
    <message>
        <source>What changed since the earlier yes</source>
        <translation>Was sich seit der früheren Zustimmung geändert hat</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ Kopiert</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ApprovalLine</name>
    <message>
        <source>Approval…</source>
        <translation>Freigabe …</translation>
    </message>
    <message>
        <source>Approval of {title}</source>
        <translation>Freigabe von {title}</translation>
    </message>
    <message>
        <source>The text with its code, and who agreed to it</source>
        <translation>Der Text mit seinem Code, und wer ihm zugestimmt hat</translation>
    </message>
</context>
<context>
    <name>Approving</name>
    <message>
        <source>It could not be recorded. Try again.</source>
        <translation>Sie konnte nicht festgehalten werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The approval is recorded</source>
        <translation>Die Freigabe ist festgehalten</translation>
    </message>
    <message>
        <source>Approva&amp;l…</source>
        <translation>Freigab&amp;e …</translation>
    </message>
    <message>
        <source>The text with its code, and who agreed to it</source>
        <translation>Der Text mit seinem Code, und wer ihm zugestimmt hat</translation>
    </message>
</context>
<context>
    <name>BeginDialog</name>
    <message>
        <source>Make it a security incident?</source>
        <translation>Daraus einen Sicherheitsvorfall machen?</translation>
    </message>
    <message>
        <source>From now on public messages are suspended, and only the need-to-know list is told: {people}.</source>
        <translation>Ab jetzt sind öffentliche Meldungen ausgesetzt, und nur wer es wissen muss, wird benachrichtigt: {people}.</translation>
    </message>
    <message>
        <source>From now on public messages are suspended until {approvers} approve each, and only the need-to-know list is told: {people}.</source>
        <translation>Ab jetzt sind öffentliche Meldungen ausgesetzt, bis {approvers} jede freigeben, und nur wer es wissen muss, wird benachrichtigt: {people}.</translation>
    </message>
    <message>
        <source>nobody, as the plan stands</source>
        <translation>niemand, wie der Plan steht</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Bekannt seit</translation>
    </message>
    <message>
        <source>Since when it is known to be a security incident: a regulator&apos;s clock counts from then.</source>
        <translation>Seit wann bekannt ist, dass es ein Sicherheitsvorfall ist: Die Frist einer Behörde zählt ab dann.</translation>
    </message>
    <message>
        <source>Go on in a new, private Slack channel</source>
        <translation>In einem neuen, privaten Slack-Kanal weitermachen</translation>
    </message>
    <message>
        <source>{channel} is open to all in Slack, and what was said there stays.</source>
        <translation>{channel} ist in Slack für alle offen, und was dort gesagt wurde, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Make it one</source>
        <translation>&amp;Dazu machen</translation>
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
    <name>ChangedText</name>
    <message>
        <source>new: {words}</source>
        <translation>neu: {words}</translation>
    </message>
    <message>
        <source>gone: {words}</source>
        <translation>entfallen: {words}</translation>
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
        <source>needed for {channel}</source>
        <translation>nötig für {channel}</translation>
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
        <source>All fields filled, lengths fit, no leak or contradiction found.</source>
        <translation>Alle Felder gefüllt, alle Längen passen, nichts Internes und kein Widerspruch gefunden.</translation>
    </message>
    <message>
        <source>and {count} more (F8)</source>
        <translation>und {count} weitere (F8)</translation>
    </message>
    <message>
        <source>No message is chosen, so nothing is checked.</source>
        <translation>Keine Meldung ist gewählt, also wird nichts geprüft.</translation>
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
    <name>ComposeScreen</name>
    <message>
        <source>Storing the round…</source>
        <translation>Runde wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>ComposeView</name>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>What leaves, and who is reached</source>
        <translation>Was hinausgeht und wen es erreicht</translation>
    </message>
    <message>
        <source>First public message of this incident</source>
        <translation>Erste öffentliche Meldung zu diesem Vorfall</translation>
    </message>
    <message>
        <source>You are about to reach:</source>
        <translation>Sie erreichen gleich:</translation>
    </message>
    <message>
        <source>Not sent now: {what}</source>
        <translation>Jetzt nicht gesendet: {what}</translation>
    </message>
    <message>
        <source>The page will say</source>
        <translation>Die Seite sagt dann</translation>
    </message>
    <message>
        <source>Works as usual again</source>
        <translation>Arbeitet wieder wie gewohnt</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Abos</translation>
    </message>
    <message>
        <source>Notify on all</source>
        <translation>Auf allen benachrichtigen</translation>
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
        <source>Storing the round…</source>
        <translation>Die Runde wird gespeichert…</translation>
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
        <source>Adopt…</source>
        <translation>Übernehmen…</translation>
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
        <source>Stops: what leaves at this moment is seen through</source>
        <translation>Hält an: Was in diesem Augenblick hinausgeht, geht noch durch</translation>
    </message>
    <message>
        <source>Being sent… {seconds} s</source>
        <translation>Wird gesendet… {seconds} s</translation>
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
    <name>DryRunSheet</name>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was stored. This is what would leave, as of {time}.</source>
        <translation>Nichts wurde gesendet und nichts gespeichert. Dies würde hinausgehen, Stand {time}.</translation>
    </message>
    <message>
        <source>Making the dry run…</source>
        <translation>Probelauf wird gemacht …</translation>
    </message>
    <message>
        <source>In this &amp;order</source>
        <translation>In dieser &amp;Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;As it would leave</source>
        <translation>&amp;Wie es hinausginge</translation>
    </message>
    <message>
        <source>What would leave, in order</source>
        <translation>Was hinausginge, der Reihe nach</translation>
    </message>
    <message>
        <source>As it would leave, secrets masked</source>
        <translation>Wie es hinausginge, Geheimnisse verdeckt</translation>
    </message>
    <message>
        <source>Show e&amp;very copy</source>
        <translation>&amp;Jedes Exemplar zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy this one</source>
        <translation>Dieses &amp;kopieren</translation>
    </message>
    <message>
        <source>The chosen one; no secret is in it</source>
        <translation>Das gewählte; kein Geheimnis steht darin</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Sichern als …</translation>
    </message>
    <message>
        <source>All of them, as a text file; no secret is in it</source>
        <translation>Alle, als Textdatei; kein Geheimnis steht darin</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Nothing would leave.</source>
        <translation>Nichts ginge hinaus.</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} Anfragen</translation>
    </message>
    <message>
        <source>1 mail</source>
        <translation>1 Mail</translation>
    </message>
    <message>
        <source>{count} mails</source>
        <translation>{count} Mails</translation>
    </message>
    <message>
        <source>1 file on this computer</source>
        <translation>1 Datei auf diesem Computer</translation>
    </message>
    <message>
        <source>{count} files on this computer</source>
        <translation>{count} Dateien auf diesem Computer</translation>
    </message>
    <message>
        <source>1 text for a person</source>
        <translation>1 Text für einen Menschen</translation>
    </message>
    <message>
        <source>{count} texts for a person</source>
        <translation>{count} Texte für einen Menschen</translation>
    </message>
    <message>
        <source>{count} more like the one shown.</source>
        <translation>{count} weitere wie das gezeigte.</translation>
    </message>
    <message>
        <source>«…» stands for what only the service knows.</source>
        <translation>«…» steht für das, was nur der Dienst weiß.</translation>
    </message>
    <message>
        <source>{message} stays: {reason}</source>
        <translation>{message} bleibt: {reason}</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>writes a file</source>
        <translation>schreibt eine Datei</translation>
    </message>
    <message>
        <source>adds to a file</source>
        <translation>ergänzt eine Datei</translation>
    </message>
    <message>
        <source>text to copy</source>
        <translation>Text zum Kopieren</translation>
    </message>
    <message>
        <source>for a person to send</source>
        <translation>für einen Menschen zum Senden</translation>
    </message>
    <message>
        <source>new Slack channel</source>
        <translation>neuer Slack-Kanal</translation>
    </message>
    <message>
        <source>{method}, only asks</source>
        <translation>{method}, fragt nur</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Save the dry run</source>
        <translation>Probelauf sichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gesichert als {file}.</translation>
    </message>
</context>
<context>
    <name>DueWatch</name>
    <message>
        <source>{deadline}: less than {hours} h left</source>
        <translation>{deadline}: noch weniger als {hours} h</translation>
    </message>
    <message>
        <source>{deadline}: the time is over</source>
        <translation>{deadline}: Die Zeit ist abgelaufen</translation>
    </message>
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
    <name>EarlierDialog</name>
    <message>
        <source>Said before</source>
        <translation>Vorher gesagt</translation>
    </message>
    <message>
        <source>&amp;Close the list</source>
        <translation>Liste s&amp;chließen</translation>
    </message>
    <message>
        <source>Nothing was said in passing yet.</source>
        <translation>Noch wurde nichts nebenbei gesagt.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
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
        <source>internal</source>
        <translation>intern</translation>
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
        <source>from the code name</source>
        <translation>aus dem Decknamen</translation>
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
    <message>
        <source>Needed.</source>
        <translation>Nötig.</translation>
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
    <name>FindingLine</name>
    <message>
        <source>Dismiss hint</source>
        <translation>Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Keep it back</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Let it pass…</source>
        <translation>Durchlassen …</translation>
    </message>
    <message>
        <source>Put “{words}” instead</source>
        <translation>„{words}“ einsetzen</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>The same by {key}</source>
        <translation>Dasselbe mit {key}</translation>
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
    <message>
        <source>{what}: too late</source>
        <translation>{what}: zu spät</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Next p&amp;roblem</source>
        <translation>Nächstes P&amp;roblem</translation>
    </message>
    <message>
        <source>Earlier…</source>
        <translation>Früher…</translation>
    </message>
    <message>
        <source>What was said here before (F9)</source>
        <translation>Was hier vorher gesagt wurde (F9)</translation>
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
    <name>FormTop</name>
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
        <source>Declare an incident</source>
        <translation>Einen Vorfall melden</translation>
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
    <message>
        <source>Security · {title}</source>
        <translation>Sicherheit · {title}</translation>
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
    <message>
        <source>Declared {time}</source>
        <translation>Ausgerufen {time}</translation>
    </message>
    <message>
        <source>Security incident</source>
        <translation>Sicherheitsvorfall</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>Security · {deadline}: {left}</source>
        <translation>Sicherheit · {deadline}: {left}</translation>
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
        <source>needs facts · {why}</source>
        <translation>braucht Angaben · {why}</translation>
    </message>
    <message>
        <source>waits for {channel} · {why}</source>
        <translation>wartet auf {channel} · {why}</translation>
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
    <name>Notifier</name>
    <message>
        <source>Open the incident</source>
        <translation>Den Vorfall öffnen</translation>
    </message>
</context>
<context>
    <name>OlderCopyNotice</name>
    <message>
        <source>The record is an older copy of itself: what happened since is missing in it. Messages that may have been sent: {count}.</source>
        <translation>Die Aufzeichnung ist eine ältere Kopie ihrer selbst: Was seither geschah, fehlt darin. Nachrichten, die gesendet sein können: {count}.</translation>
    </message>
    <message>
        <source>Nothing of it leaves by itself. Each was looked up where its service can be asked; decide about the others.</source>
        <translation>Nichts davon geht von selbst hinaus. Jede wurde nachgesehen, wo ihr Dienst gefragt werden kann; entscheiden Sie über die übrigen.</translation>
    </message>
    <message>
        <source>The record is an older copy of itself: what happened since is missing in it.</source>
        <translation>Die Aufzeichnung ist eine ältere Kopie ihrer selbst: Was seither geschah, fehlt darin.</translation>
    </message>
    <message>
        <source>What runs at the services can be taken over (Ctrl+Shift+T).</source>
        <translation>Was bei den Diensten läuft, kann übernommen werden (Strg+Umschalt+T).</translation>
    </message>
    <message>
        <source>Show what as&amp;ks</source>
        <translation>Offene &amp;Fragen zeigen</translation>
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
        <source>Suspended: {messages}. A security incident says nothing by itself; after declaring, each of them waits for its approvals.</source>
        <translation>Ausgesetzt: {messages}. Ein Sicherheitsvorfall sagt von selbst nichts; nach dem Melden wartet jede davon auf ihre Freigaben.</translation>
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
        <source>Create {name} as a private channel, pin the declaration</source>
        <translation>{name} als privaten Kanal anlegen, die Meldung anheften</translation>
    </message>
    <message>
        <source>Create {name} as a private channel, invite {people}, pin the declaration</source>
        <translation>{name} als privaten Kanal anlegen, {people} einladen, die Meldung anheften</translation>
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
        <source>&amp;Messages of this incident</source>
        <translation>&amp;Meldungen dieses Vorfalls</translation>
    </message>
    <message>
        <source>Its customer email, a correction, or what is needed to open it again</source>
        <translation>Seine Kundenmail, eine Berichtigung, oder was nötig ist, um ihn wieder zu öffnen</translation>
    </message>
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
    <name>PublicDialog</name>
    <message>
        <source>What is public already</source>
        <translation>Was schon öffentlich ist</translation>
    </message>
    <message>
        <source>The public has read nothing of this incident.</source>
        <translation>Die Öffentlichkeit hat von diesem Vorfall nichts gelesen.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen …</translation>
    </message>
    <message>
        <source>Correct {message}</source>
        <translation>{message} berichtigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {message}</source>
        <translation>{message} öffnen</translation>
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
    <name>SecurityBar</name>
    <message>
        <source>Notified…</source>
        <translation>Gemeldet …</translation>
    </message>
    <message>
        <source>Open a private one</source>
        <translation>Einen privaten öffnen</translation>
    </message>
    <message>
        <source>What is public already…</source>
        <translation>Was schon öffentlich ist …</translation>
    </message>
    <message>
        <source>Security incident · {name}</source>
        <translation>Sicherheitsvorfall · {name}</translation>
    </message>
    <message>
        <source>Security incident</source>
        <translation>Sicherheitsvorfall</translation>
    </message>
    <message>
        <source>Security · {name}</source>
        <translation>Sicherheit · {name}</translation>
    </message>
    <message>
        <source>{channel} is open to all in Slack.</source>
        <translation>{channel} ist in Slack für alle offen.</translation>
    </message>
    <message>
        <source>{words}, by {time} UTC</source>
        <translation>{words}, bis {time} UTC</translation>
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
        <source>Makes a private Slack channel under a code name, tells only who needs to know, and suspends all that is public.</source>
        <translation>Legt einen privaten Slack-Kanal unter einem Decknamen an, benachrichtigt nur, wer es wissen muss, und setzt alles Öffentliche aus.</translation>
    </message>
    <message>
        <source>Code name {name}: private Slack channel, only who needs to know is told, public messages are suspended.</source>
        <translation>Deckname {name}: privater Slack-Kanal, nur wer es wissen muss, wird benachrichtigt, öffentliche Meldungen sind ausgesetzt.</translation>
    </message>
    <message>
        <source>The channel has to be private in Slack already: nothing is said in one that is open to all.</source>
        <translation>Der Kanal muss in Slack schon privat sein: In einem, der für alle offen ist, wird nichts gesagt.</translation>
    </message>
</context>
<context>
    <name>SecuritySwitch</name>
    <message>
        <source>Security: no</source>
        <translation>Sicherheit: nein</translation>
    </message>
    <message>
        <source>Security: {name}</source>
        <translation>Sicherheit: {name}</translation>
    </message>
    <message>
        <source>&amp;Make it a security incident…</source>
        <translation>Zum &amp;Sicherheitsvorfall machen …</translation>
    </message>
    <message>
        <source>Open a &amp;private Slack channel</source>
        <translation>Einen &amp;privaten Slack-Kanal öffnen</translation>
    </message>
    <message>
        <source>{deadline}: &amp;notified…</source>
        <translation>{deadline}: ge&amp;meldet …</translation>
    </message>
    <message>
        <source>It is &amp;none any more…</source>
        <translation>Es ist &amp;keiner mehr …</translation>
    </message>
    <message>
        <source>&amp;What is public already…</source>
        <translation>&amp;Was schon öffentlich ist …</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>It is a security incident: public messages are suspended</source>
        <translation>Es ist ein Sicherheitsvorfall: Öffentliche Meldungen sind ausgesetzt</translation>
    </message>
    <message>
        <source>The next post makes the private channel</source>
        <translation>Der nächste Beitrag legt den privaten Kanal an</translation>
    </message>
    <message>
        <source>No security incident any more?</source>
        <translation>Kein Sicherheitsvorfall mehr?</translation>
    </message>
    <message>
        <source>&amp;End it</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>for example a false alarm of the scanner</source>
        <translation>zum Beispiel: ein Fehlalarm des Scanners</translation>
    </message>
    <message>
        <source>Public messages are due again at once. The Slack channel stays as it is.</source>
        <translation>Öffentliche Meldungen sind sofort wieder fällig. Der Slack-Kanal bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>It is no security incident any more</source>
        <translation>Es ist kein Sicherheitsvorfall mehr</translation>
    </message>
    <message>
        <source>{deadline}: in the record</source>
        <translation>{deadline}: im Protokoll</translation>
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
    <name>SlackNotice</name>
    <message>
        <source>Slack answers again</source>
        <translation>Slack antwortet wieder</translation>
    </message>
    <message>
        <source>“{title}”: its last post never got there. One current post can take its place; nothing old is sent.</source>
        <translation>„{title}“: Sein letzter Beitrag kam nie an. Ein aktueller Beitrag kann an seine Stelle treten; nichts Altes wird gesendet.</translation>
    </message>
    <message>
        <source>Post c&amp;urrent</source>
        <translation>Akt&amp;uelles posten</translation>
    </message>
    <message>
        <source>The current post is held back: {why}</source>
        <translation>Der aktuelle Beitrag wird zurückgehalten: {why}</translation>
    </message>
</context>
<context>
    <name>Steering</name>
    <message>
        <source>Let it pass: {said}</source>
        <translation>Durchlassen: {said}</translation>
    </message>
    <message>
        <source>Keep it back: {said}</source>
        <translation>Zurückhalten: {said}</translation>
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
    <name>SupplierHints</name>
    <message>
        <source>In the summary, which stays inside</source>
        <translation>In der Zusammenfassung, die intern bleibt</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>Im Ablauf</translation>
    </message>
</context>
<context>
    <name>SupplierWatch</name>
    <message>
        <source>No external service is asked here: see the plan (F2)</source>
        <translation>Hier wird kein externer Dienst gefragt: siehe Plan (F2)</translation>
    </message>
    <message>
        <source>Asking the external services…</source>
        <translation>Die externen Dienste werden gefragt …</translation>
    </message>
</context>
<context>
    <name>SuppliersStrip</name>
    <message>
        <source>Use in Summar&amp;y</source>
        <translation>In die Z&amp;usammenfassung</translation>
    </message>
    <message>
        <source>Use in Summary: what external services report</source>
        <translation>In die Zusammenfassung: was externe Dienste melden</translation>
    </message>
    <message>
        <source>Add to ti&amp;meline</source>
        <translation>In den A&amp;blauf</translation>
    </message>
    <message>
        <source>Add to timeline: what external services report</source>
        <translation>In den Ablauf: was externe Dienste melden</translation>
    </message>
    <message>
        <source>{names} report incidents too</source>
        <translation>Auch {names} melden Vorfälle</translation>
    </message>
    <message>
        <source>Not known: {names}. The plan (F2) says why.</source>
        <translation>Nicht bekannt: {names}. Der Plan (F2) sagt, warum.</translation>
    </message>
    <message>
        <source>All external services say that all is well</source>
        <translation>Alle externen Dienste sagen, dass alles in Ordnung ist</translation>
    </message>
    <message>
        <source>All is well, they say: {names}</source>
        <translation>Alles in Ordnung, sagen sie: {names}</translation>
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
    <name>TakenBackCard</name>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Show it here no more. What was typed stays in the record.</source>
        <translation>Hier nicht mehr zeigen. Was getippt wurde, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Taken back {when} UTC: nothing was sent</source>
        <translation>Zurückgenommen {when} UTC: nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Put away: {title}</source>
        <translation>Weglegen: {title}</translation>
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
        <source>{message} blocked: 1 problem (F8)</source>
        <translation>{message} gesperrt: 1 Problem (F8)</translation>
    </message>
    <message>
        <source>{message} blocked: {count} problems (F8)</source>
        <translation>{message} gesperrt: {count} Probleme (F8)</translation>
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
        <source>{message} (blocked)</source>
        <translation>{message} (gesperrt)</translation>
    </message>
    <message>
        <source>{message} (not ticked)</source>
        <translation>{message} (nicht angekreuzt)</translation>
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
    <name>ToldDialog</name>
    <message>
        <source>{deadline}: who was notified?</source>
        <translation>{deadline}: Wem wurde es gemeldet?</translation>
    </message>
    <message>
        <source>Who, and how</source>
        <translation>Wem und wie</translation>
    </message>
    <message>
        <source>It stands in the record.</source>
        <translation>Es steht im Protokoll.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When the notification was made.</source>
        <translation>Wann gemeldet wurde.</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Festhalten</translation>
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
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>All commands (F10)</source>
        <translation>Alle Befehle (F10)</translation>
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
    <name>WholeMenu</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
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
        <source>Dry run: see what would be sent…</source>
        <translation>Probelauf: sehen, was gesendet würde …</translation>
    </message>
    <message>
        <source>Nothing new, keep the promise</source>
        <translation>Nichts Neues, Zusage halten</translation>
    </message>
    <message>
        <source>Ask the external services how they are</source>
        <translation>Die externen Dienste fragen, wie es ihnen geht</translation>
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
        <source>Take out what must not leave</source>
        <translation>Herausnehmen, was nicht hinausgehen darf</translation>
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
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What was said in the footer before</source>
        <translation>Was in der Fußzeile vorher gesagt wurde</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Vorfall</translation>
    </message>
    <message>
        <source>&amp;Phases and problems</source>
        <translation>&amp;Phasen und Probleme</translation>
    </message>
    <message>
        <source>Page&amp;rDuty</source>
        <translation>Page&amp;rDuty</translation>
    </message>
    <message>
        <source>&amp;Mail to customers</source>
        <translation>&amp;Mail an Kunden</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Window and help</source>
        <translation>&amp;Fenster und Hilfe</translation>
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
