import { describeService } from '../interop/confirmed.ts'

/** The other one is in the quick lane. */
describeService('better-auth')
