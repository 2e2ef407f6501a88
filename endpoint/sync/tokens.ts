import { mixed } from '../cursor.ts'
import type { Stream } from './settings.ts'

/** What a sync token stands for. */
export interface Place {
  /** Which start of the endpoint handed it out: another one counts changes anew. */
  readonly start: string
  readonly epoch: number
  readonly stream: Stream
  /** The number of the last change that its reader was told of. */
  readonly after: number
}

/** A token as it was read; altered ones still say something, or not even that. */
export interface ReadToken {
  readonly place: Place | undefined
  readonly isUnaltered: boolean
}

/** Readers are to keep tokens and hand them back, so nothing in them can be read with the bare eye. */
export function writeToken({ start, epoch, stream, after }: Place, key: string): string {
  const text = [start, epoch, stream, after].join(' ')
  return veiled(`${text} ${seal(text, key)}`, key)
}

export function readToken(token: string, key: string): ReadToken {
  const text = unveiled(token, key)
  const [start = '', epoch, stream, after, sealed] = text.split(' ')
  const place = isStream(stream) ? { start, epoch: Number(epoch), stream, after: Number(after) } : undefined
  const plain = [start, epoch, stream, after].join(' ')
  // Another spelling of the same digits is another token.
  const isUnaltered = place !== undefined && sealed === seal(plain, key) && veiled(text, key) === token
  return { place, isUnaltered }
}

const isStream = (text: string | undefined): text is Stream => text === 'brukere' || text === 'grupper'

function seal(text: string, key: string): string {
  return [1, 2].map((seed) => mixed(`${key} ${text}`, seed).toString(36)).join('')
}

const veil = (key: string, index: number): number => mixed(key, index + 3) & 0x7f

function veiled(text: string, key: string): string {
  const codes = [...text].map((char, index) => char.charCodeAt(0) ^ veil(key, index))
  return codes.map((code) => code.toString(16).padStart(2, '0')).join('')
}

function unveiled(token: string, key: string): string {
  const codes = (token.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return codes.map((code, index) => String.fromCharCode(code ^ veil(key, index))).join('')
}
