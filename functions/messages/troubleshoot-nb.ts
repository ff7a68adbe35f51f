import type { TroubleshootTexts } from './troubleshoot.ts';

export const troubleshootNb: TroubleshootTexts = {
  title: 'Feilsøking',
  description:
    'Når e-post fra MAB ikke blir sendt, ikke kommer frem eller havner i søppelpost: finn årsaken, og hva du gjør.',
  lead: 'Begynn med det du ser. Veien fører til verktøyet som gir svaret.',
  symptomsHeading: 'Hva ser du?',
  symptoms: {
    not_sent: {
      id: 'ikke-sendt',
      heading: 'E-post blir ikke sendt',
      lead: 'Da viser MAB en feilmelding. Øverst står det bare at sendingen feilet, men lenger nede i teksten står årsaken.',
      steps: [
        {
          text: 'Send en test-epost fra oppsettet i MAB. Kopier hele teksten i vinduet som kommer opp.',
          leads: ['error'],
        },
        {
          text: 'Peker feilen på serveren eller krypteringen? Prøv det som står i «SMTP Server:port» og «SMTP sikkerhet».',
          leads: ['smtp'],
        },
      ],
      questions: {
        heading: 'Har det virket før? Hva er nytt siden sist?',
        list: [
          {
            question: 'Har dere fått ny internettleverandør?',
            text: 'Da kan MAB trenge en annen server. Mange nett slipper bare e-post ut gjennom leverandørens egen, og stenger port 25. Spør leverandøren hva som skal stå i «SMTP Server:port», «SMTP sikkerhet», «Brukernavn» og «Passord», og prøv det.',
            leads: ['smtp'],
          },
          {
            question: 'Har dere fått ny domeneleverandør?',
            text: 'Når et domene flyttes, blir DNS-oppføringer ofte liggende igjen. Sjekk domenet. Spør også om e-postserveren er en annen nå, og om brukernavn og passord er nye.',
            leads: ['check', 'smtp'],
          },
          {
            question: 'Er passordet til e-posten byttet?',
            text: 'MAB får ikke vite om det. Skriv det nye i «Passord» på hver maskin som sender. Ber Microsoft om et nytt passord, gjelder det også MAB.',
            leads: ['error'],
          },
        ],
      },
    },
    not_arriving: {
      id: 'ikke-fremme',
      heading: 'E-post blir sendt, men kommer ikke frem',
      lead: 'MAB har levert e-posten fra seg. Da ligger årsaken i adressen, hos mottakeren eller i domenet ditt.',
      steps: [
        {
          text: 'Se nøye på adressen. MAB merker ikke skrivefeil i en adresse som ellers er riktig bygd opp.',
          leads: ['address'],
        },
        {
          text: 'Be kunden se etter i søppelposten. Ligger den der, er det dette det gjelder:',
          leads: ['spam'],
        },
        {
          text: 'Har det kommet et svar om at e-posten ikke ble levert? Det sier hvorfor.',
          leads: ['error'],
        },
        {
          text: 'Kommer det ikke noe svar, kan mottakeren ha avvist e-posten fordi domenet ditt ikke godkjenner MAB.',
          leads: ['check'],
        },
      ],
      questions: null,
    },
    spam: {
      id: 'soppelpost',
      heading: 'E-post havner i søppelpost',
      lead: 'Oftest fordi mottakeren ikke kan se at MAB har lov til å sende for domenet ditt.',
      steps: [
        {
          text: 'Sjekk domenet: om MAB er med i SPF, og hva DKIM og DMARC sier.',
          leads: ['check'],
        },
        {
          text: 'Se hva mottakeren selv mente. Be kunden om meldingshodene i en e-post som havnet feil, eller send en til deg selv.',
          leads: ['headers'],
        },
      ],
      questions: null,
    },
  },
  toolsHeading: 'Verktøyene',
  tools: {
    error: {
      title: 'Feilmelding fra MAB',
      description:
        'Lim inn feilmeldingen fra MAB, eller svaret om at e-post ikke ble levert. Du får vite hva som er galt, og hva du gjør.',
      lead: 'Lim inn hele teksten. Den blir lest her i nettleseren, og sendes ingen steder.',
      link: 'Les feilmeldingen',
    },
    smtp: {
      title: 'SMTP-oppsett',
      description: 'Prøv serveren, porten og krypteringen som står i MAB, og se hva som skal stå der.',
      lead: 'Skriv det som står i MAB. Vi kobler oss til serveren og ser om den svarer, krypterer og tar imot innlogging. Det blir ikke sendt noe.',
      link: 'Prøv SMTP-oppsettet',
    },
    address: {
      title: 'E-postadresse',
      description: 'Se om en e-postadresse er riktig skrevet, og om domenet tar imot e-post.',
      lead: 'Skriv adressen slik den står hos kunden i MAB.',
      link: 'Sjekk adressen',
    },
    headers: {
      title: 'Meldingshoder',
      description: 'Lim inn meldingshodene fra en e-post, og se hva mottakeren mente om SPF, DKIM og DMARC.',
      lead: 'Lim inn meldingshodene, eller slipp en hel .eml-fil på siden. Alt blir lest her i nettleseren, og sendes ingen steder.',
      link: 'Les meldingshodene',
    },
  },
  check: 'Sjekk domenet',
};
