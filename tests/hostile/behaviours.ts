import type { Behaviour } from './behaviour.ts'
import { bodies } from './bodies.ts'
import { elsewhere } from './elsewhere.ts'
import { headers } from './headers.ts'
import { values } from './values.ts'

export const behaviours: readonly Behaviour[] = [...bodies, ...headers, ...values, ...elsewhere]
