import type { SmtpErrorForm, SmtpErrorTexts } from './smtp-error.ts';

export const smtpErrorFormNb: SmtpErrorForm = {
  label: 'Feilmeldingen',
  hint: 'I MAB: velg «Send test-epost» i epostoppsettet, og kopier hele teksten i vinduet som kommer opp. Du kan også lime inn et svar om at e-post ikke ble levert.',
  privacy: 'Teksten blir i nettleseren din. Ikke lim inn passord.',
  clear: 'Tøm',
};

const month = (value: string): string =>
  new Intl.DateTimeFormat('nb', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${value}-01`));
const day = (value: string): string =>
  new Intl.DateTimeFormat('nb', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));

export const smtpErrorNb: SmtpErrorTexts = {
  causes: {
    dns_lookup_failed: {
      heading: 'Finner ikke serveren',
      fact: 'Navnet på e-postserveren ble ikke funnet. Det er feilskrevet, eller maskinen har ikke nett.',
      action: 'Se nøye på navnet i «SMTP Server:port». Er det riktig, så prøv om maskinen kommer på internett.',
    },
    connection_refused: {
      heading: 'Serveren tar ikke imot på denne porten',
      fact: 'Maskinen ble funnet, men den avviste tilkoblingen. Porten er trolig feil, eller noe på veien stenger den.',
      action:
        'Se på porten i «SMTP Server:port». Den vanlige er 587. Spør den som drifter nettet om porten er åpen ut.',
    },
    connection_timeout: {
      heading: 'Serveren svarte ikke i tide',
      fact: 'MAB fikk ikke svar fra e-postserveren. Ofte er det en brannmur, et virusprogram eller nettleverandøren som stenger porten.',
      action:
        'Se på «SMTP Server:port». Står det port 25 eller ingen port, så prøv 587. Spør den som drifter nettet om porten er åpen ut.',
    },
    connection_lost: {
      heading: 'Forbindelsen ble brutt',
      fact: 'Serveren, eller noe på veien, brøt forbindelsen før e-posten var sendt.',
      action: 'Prøv igjen om litt. Skjer det hver gang, så se om «SMTP sikkerhet» passer til porten.',
    },
    no_connection: {
      heading: 'Får ikke kontakt med serveren',
      fact: 'MAB kom ikke i kontakt med e-postserveren.',
      action: 'Se på navn og port i «SMTP Server:port», og på «SMTP sikkerhet». Prøv også om maskinen har nett.',
    },
    certificate_untrusted: {
      heading: 'Serverens sertifikat blir ikke godtatt',
      fact: 'Sertifikatet er gått ut, gjelder et annet navn enn det som står i MAB, eller er utstedt av noen som ikke er kjent.',
      action:
        'Bruk navnet som e-postleverandøren oppgir, i «SMTP Server:port». Er navnet riktig, må leverandøren rette sertifikatet.',
    },
    starttls_missing: {
      heading: 'Serveren tilbyr ikke kryptering her',
      fact: 'MAB er satt opp med TLS, men serveren tilbyr det ikke på denne porten.',
      action: 'Spør e-postleverandøren hvilken port som har kryptering, og skriv den i «SMTP Server:port».',
    },
    tls_required: {
      heading: 'Serveren krever kryptering',
      fact: 'Serveren tar ikke imot innlogging eller e-post uten kryptering.',
      action: 'Velg «TLS» i «SMTP sikkerhet».',
    },
    tls_too_old: {
      heading: 'Krypteringen er for gammel',
      fact: 'Serveren godtar ikke den gamle utgaven av TLS som ble brukt. De fleste krever nå TLS 1.2.',
      action: 'Oppdater MAB og Windows. Hjelper det ikke, så ta det med den som drifter maskinene.',
    },
    tls_failed: {
      heading: 'Krypteringen kom ikke i gang',
      fact: 'MAB og serveren ble ikke enige om kryptering. Ofte passer ikke porten og sikkerheten til hverandre.',
      action: 'Se på «SMTP sikkerhet» og porten i «SMTP Server:port». Prøv dem i testen av SMTP-oppsettet.',
    },
    wrong_login: {
      heading: 'Feil brukernavn eller passord',
      fact: 'Serveren godtok ikke innloggingen.',
      action:
        'Skriv inn «Brukernavn» og «Passord» på nytt. Brukernavnet er oftest hele e-postadressen. Prøv det samme passordet i nettleseren. Virker det der, så spør leverandøren om SMTP-innlogging er slått på.',
    },
    app_password_needed: {
      heading: 'Kontoen krever et app-passord',
      fact: 'Kontoen har totrinnsbekreftelse. Da virker ikke det vanlige passordet i programmer som MAB.',
      action: 'Lag et app-passord hos e-postleverandøren, og skriv det i «Passord».',
    },
    smtp_auth_off: {
      heading: 'SMTP-innlogging er slått av hos Microsoft',
      fact: 'Innlogging med SMTP er slått av for postkassen eller for hele organisasjonen. Passordet kan godt være riktig.',
      action: 'Be en administrator av Microsoft 365 om å slå på SMTP-innlogging («Authenticated SMTP») for postkassen.',
    },
    basic_auth_off: {
      heading: 'Microsoft tar ikke imot innlogging med passord her',
      fact: 'Kontoen kan ikke logge inn på SMTP med brukernavn og passord. Et nytt passord hjelper ikke.',
      action:
        'Snakk med den som drifter Microsoft 365. Alternativet er å sende gjennom en annen server, for eksempel nettleverandørens.',
    },
    mfa_required: {
      heading: 'Sikkerhetsreglene stopper innloggingen',
      fact: 'Organisasjonen krever mer enn et passord, for eksempel totrinnsbekreftelse. Det kan ikke MAB svare på.',
      action:
        'Be den som drifter Microsoft 365, om et unntak for kontoen som MAB bruker, eller om en annen vei ut for e-posten.',
    },
    login_method_unsupported: {
      heading: 'Serveren tar ikke imot denne innloggingen',
      fact: 'Serveren tilbyr ikke innlogging på den måten MAB prøver. Noen tilbyr det bare med kryptering.',
      action: 'Velg «TLS» i «SMTP sikkerhet», og se om porten i «SMTP Server:port» er den leverandøren oppgir.',
    },
    login_needed: {
      heading: 'Serveren krever innlogging',
      fact: 'E-posten ble forsøkt sendt uten innlogging, eller innloggingen ble ikke godtatt.',
      action: 'Fyll ut «Brukernavn» og «Passord», og velg «TLS» i «SMTP sikkerhet».',
    },
    account_locked: {
      heading: 'Kontoen er sperret',
      fact: 'Kontoen er stengt for innlogging nå, ofte etter mange forsøk med feil passord.',
      action:
        'Logg inn i nettleseren, og se om leverandøren spør om noe. Rett «Passord» på alle maskiner som sender, og vent en time.',
    },
    login_unavailable: {
      heading: 'Innlogging virker ikke akkurat nå',
      fact: 'Serveren kunne ikke kontrollere innloggingen. Feilen er hos leverandøren, og går oftest over.',
      action: 'Prøv igjen om et kvarter. Varer det, så spør e-postleverandøren.',
    },
    send_as_denied: {
      heading: 'Kontoen kan ikke sende fra denne adressen',
      fact: 'Adressen i «Senders epost» er en annen enn kontoen som logger inn, og kontoen har ikke lov til å sende for den.',
      action:
        'Bruk samme adresse i «Senders epost» og «Brukernavn». Ellers må den som drifter e-posten, gi kontoen rett til å sende for adressen.',
    },
    sender_restricted: {
      heading: 'Kontoen er sperret for sending',
      fact: 'E-postleverandøren har stengt for sending fra kontoen eller organisasjonen. Ofte er det mistanke om søppelpost.',
      action: 'Ta kontakt med den som drifter e-posten. Bytt passord hvis andre kan ha fått tak i det.',
    },
    sender_domain_missing: {
      heading: 'Domenet til avsenderen ble ikke funnet',
      fact: 'Serveren fant ikke domenet i avsenderadressen, eller domenet tar ikke imot e-post.',
      action: 'Se etter skrivefeil i «Senders epost». Er adressen riktig, så sjekk domenet.',
    },
    sender_syntax: {
      heading: 'Avsenderadressen er feil skrevet',
      fact: 'Det som står som avsender, er ikke en gyldig e-postadresse.',
      action: 'Rett adressen i «Senders epost».',
    },
    sender_refused: {
      heading: 'Avsenderadressen ble avvist',
      fact: 'Serveren godtar ikke adressen som e-posten sendes fra.',
      action: 'Bruk en adresse i «Senders epost» som hører til kontoen i «Brukernavn».',
    },
    relaying_denied: {
      heading: 'Serveren sender ikke videre for deg',
      fact: 'Serveren leverer bare til egne mottakere når ingen er logget inn, eller når nettet er ukjent.',
      action:
        'Fyll ut «Brukernavn» og «Passord». Har dere byttet nettleverandør, så trenger MAB trolig en annen server i «SMTP Server:port».',
    },
    helo_refused: {
      heading: 'Serveren godtar ikke navnet på maskinen',
      fact: 'Serveren krever et fullt navn fra maskinen som kobler seg til.',
      action: 'Bruk serveren og porten for innlogging, oftest 587. Spør leverandøren om det ikke hjelper.',
    },
    too_many_messages: {
      heading: 'Grensen for sending er nådd',
      fact: 'Det er sendt flere e-poster enn serveren tillater på en time eller et døgn.',
      action: 'Vent, og send resten senere. Skjer det ofte, så spør leverandøren om en høyere grense.',
    },
    too_many_connections: {
      heading: 'For mange tilkoblinger samtidig',
      fact: 'Flere sender gjennom samme konto på en gang enn serveren tillater.',
      action: 'Prøv igjen om noen minutter. La færre maskiner sende samtidig.',
    },
    no_recipient: {
      heading: 'E-posten har ingen mottaker',
      fact: 'MAB hadde ingen adresse å sende til.',
      action: 'Legg inn e-postadressen på kunden i MAB.',
    },
    recipient_unknown: {
      heading: 'Mottakeren finnes ikke',
      fact: 'Serveren til mottakeren kjenner ikke adressen.',
      action: 'Se etter skrivefeil i adressen på kunden. Er den riktig skrevet, så spør kunden om en ny.',
    },
    recipient_domain_missing: {
      heading: 'Domenet til mottakeren tar ikke imot e-post',
      fact: 'Det som står etter @, finnes ikke eller har ingen e-post.',
      action: 'Se etter skrivefeil i adressen på kunden, særlig i slutten.',
    },
    recipient_unreachable: {
      heading: 'Får ikke levert hos mottakeren',
      fact: 'Serveren til mottakeren svarte ikke. E-posten kom ut fra MAB.',
      action: 'Se etter skrivefeil i adressen. Er den riktig, så vent, eller ring kunden.',
    },
    recipient_restricted: {
      heading: 'Mottakeren tar ikke imot fra alle',
      fact: 'Adressen er satt opp til å ta imot bare fra bestemte avsendere.',
      action: 'Be mottakeren åpne for adressen din, eller om en annen adresse.',
    },
    address_syntax: {
      heading: 'Adressen er feil skrevet',
      fact: 'Mottakerens adresse er ikke bygd opp som en e-postadresse.',
      action: 'Rett adressen på kunden i MAB. Se etter to @, mellomrom og manglende punktum.',
    },
    mailbox_full: {
      heading: 'Postkassen til mottakeren er full',
      fact: 'Adressen finnes, men det er ikke plass til mer.',
      action: 'Ring kunden, eller bruk en annen adresse. Send på nytt når det er ryddet.',
    },
    mailbox_disabled: {
      heading: 'Postkassen er ikke i bruk',
      fact: 'Adressen finnes, men postkassen er stengt.',
      action: 'Spør kunden om en annen adresse.',
    },
    too_many_recipients: {
      heading: 'For mange mottakere',
      fact: 'E-posten har flere mottakere enn serveren tar imot på en gang.',
      action: 'Send til færre om gangen.',
    },
    mail_loop: {
      heading: 'E-posten går i ring',
      fact: 'Hos mottakeren blir e-posten sendt videre frem og tilbake.',
      action: 'Si fra til kunden. Den som drifter e-posten der, må rette det.',
    },
    too_large: {
      heading: 'E-posten er for stor',
      fact: 'E-posten med vedlegg er større enn serveren tar imot.',
      action: 'Send færre eller mindre vedlegg.',
    },
    attachment_refused: {
      heading: 'Vedlegget ble stoppet',
      fact: 'Serveren tar ikke imot et vedlegg av denne typen, eller mener at det er farlig.',
      action: 'Send som PDF. Er det det allerede, så be mottakeren slippe e-posten gjennom.',
    },
    message_malformed: {
      heading: 'E-posten er ikke riktig bygd opp',
      fact: 'Serveren fant en feil i selve e-posten, for eksempel i avsenderfeltet.',
      action: 'Se på «Senders epost» og «Senders navn». Er de riktige, så send feilmeldingen til support for MAB.',
    },
    unauthenticated_domain: {
      heading: 'Mottakeren ser ikke at e-posten er ekte',
      fact: 'Mottakeren avviste e-posten fordi SPF, DKIM eller DMARC for domenet ditt ikke godkjente den.',
      action: 'Sjekk domenet, og rett det som mangler. Domenet må godkjenne serveren som MAB sender gjennom.',
    },
    no_reverse_dns: {
      heading: 'Serveren som sendte, mangler navn i DNS',
      fact: 'Mottakeren fant ikke noe navn for IP-adressen som e-posten kom fra.',
      action: 'Be den som drifter e-postserveren, om å rette det (PTR). Egen server i butikken bør ikke sende selv.',
    },
    block_listed: {
      heading: 'Serveren som sendte, står på en sperreliste',
      fact: 'IP-adressen som e-posten kom fra, er meldt for søppelpost.',
      action: 'Gi hele teksten til den som drifter e-postserveren. Bare de kan få adressen av listen.',
    },
    spam_refused: {
      heading: 'E-posten ble tatt for søppelpost',
      fact: 'Mottakeren avviste e-posten på grunn av innholdet eller ryktet til avsenderen.',
      action: 'Sjekk domenet. Er alt riktig der, så be kunden legge adressen din til som trygg avsender.',
    },
    greylisted: {
      heading: 'Mottakeren ber om et nytt forsøk senere',
      fact: 'Noen servere avviser første forsøk fra en ny avsender for å stoppe søppelpost. Det er ikke en feil.',
      action: 'Vent ti minutter, og send på nytt om det ikke har gått av seg selv.',
    },
    server_busy: {
      heading: 'Serveren er opptatt',
      fact: 'Serveren tar ikke imot akkurat nå. Det går oftest over.',
      action: 'Prøv igjen om et kvarter. Varer det, så spør den som drifter serveren.',
    },
    policy_refused: {
      heading: 'E-posten ble avvist av en regel',
      fact: 'Serveren avviste e-posten etter sine egne regler, og sier ikke mer om hvorfor.',
      action: 'Sjekk domenet først. Er alt riktig der, så gi teksten til mottakeren eller e-postleverandøren.',
    },
    command_refused: {
      heading: 'Serveren forsto ikke MAB',
      fact: 'Serveren avviste en kommando. Ofte er det feil port, eller noe annet enn en e-postserver.',
      action: 'Se på «SMTP Server:port» og «SMTP sikkerhet», og prøv dem i testen av SMTP-oppsettet.',
    },
    delayed: {
      heading: 'Serveren utsatte e-posten',
      fact: 'Serveren sa nei for nå, og sier ikke mer om hvorfor.',
      action: 'Prøv igjen om et kvarter.',
    },
    refused: {
      heading: 'Serveren avviste e-posten',
      fact: 'Serveren sa nei, og koden sier ikke hvorfor.',
      action: 'Les det som er merket i teksten. Gi det til e-postleverandøren hvis det ikke er klart.',
    },
  },
  unreadable: {
    empty: {
      heading: 'Ingen tekst',
      fact: 'Det er ikke limt inn noe.',
      action: 'Lim inn feilmeldingen fra MAB, eller svaret om at e-post ikke ble levert.',
    },
    too_long: {
      heading: 'Teksten er for lang',
      fact: 'Det er mer enn det som blir lest på en gang.',
      action: 'Lim inn bare delen med feilen, uten vedlegg.',
    },
    not_understood: {
      heading: 'Fant ingen årsak i teksten',
      fact: 'Det står ikke noe her som vi kjenner igjen som årsaken.',
      action:
        'Se om hele teksten er med: årsaken står ofte langt nede. Ellers gi teksten til den som drifter e-posten deres.',
    },
  },
  fieldsLabel: 'Felt i MAB',
  fixersLabel: 'Hvem kan rette det',
  fixers: {
    you: 'du, i MAB',
    mail_provider: 'IT-ansvarlig eller e-postleverandøren',
    recipient: 'mottakeren',
    domain_owner: 'den som har domenet ditt (DNS)',
    wait: 'det går ofte over av seg selv',
  },
  server: (server, port) => `MAB brukte serveren ${server}${port === null ? '' : `, port ${port}`}.`,
  user: (user) => `Brukernavnet var ${user}.`,
  recipient: (address) => `E-posten gikk til ${address}.`,
  answeredBy: (server) => `Svaret kom fra ${server}.`,
  othersHeading: 'Det står også dette i teksten',
  excerptHeading: 'Slik står det i teksten',
  secret: '(skjult)',
  leftOut: '…',
  basicAuth: {
    heading: 'Microsoft slutter med innlogging med passord',
    told: ({ offByDefaultAtEndOf, endToBeAnnounced, read }) => [
      `I slutten av ${month(offByDefaultAtEndOf)} slår Microsoft av SMTP-innlogging med passord i Microsoft 365.`,
      'En administrator kan slå den på igjen.',
      'I nye organisasjoner er den ikke der fra starten.',
      `Når det er helt slutt, sier Microsoft i ${endToBeAnnounced.half === 1 ? 'første' : 'andre'} halvår ${endToBeAnnounced.year}.`,
      `Planen er lest ${day(read)}, og Microsoft har flyttet den før.`,
    ],
    source: 'Det Microsoft selv skriver (på engelsk)',
  },
  tools: {
    smtp: (server) => (server === null ? 'Prøv SMTP-oppsettet' : `Prøv ${server}`),
    address: 'Sjekk adressen',
    check: (domain) => (domain === null ? 'Sjekk domenet' : `Sjekk ${domain}`),
  },
};
