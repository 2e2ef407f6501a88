import { defineProfile } from '#check'

export default defineProfile({
  id: 'rfc',
  title: 'RFC 7643 and RFC 7644',
  nb: 'RFC 7643 og RFC 7644',
  about: 'What the SCIM 2.0 RFCs ask of every service provider, with rehearsals of two identity providers.',
  rehearses: [
    { dialect: 'entra', scenarios: ['joiner-to-leaver'] },
    { dialect: 'eadm', scenarios: ['joiner-to-leaver'] },
  ],
})
