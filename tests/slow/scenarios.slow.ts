import { describePlays } from '../bench/play-trials.ts'

/** Every dialect in every story that is for it. */
describePlays((own) => own)
