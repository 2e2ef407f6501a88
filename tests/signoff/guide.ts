import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What the guide has a reader do, in order. */
export type Step =
  | { readonly kind: 'install' | 'serve'; readonly text: string }
  | { readonly kind: 'run'; readonly text: string; readonly exit: number }
  | { readonly kind: 'file'; readonly text: string; readonly name: string }

/** The code blocks of the guide. A word behind the language says what a reader is told around the block. */
export function guideSteps(): Step[] {
  const text = readFileSync(join(ROOT, 'docs/guides/from-first-run-to-sign-off.md'), 'utf8')
  return [...text.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, language, word = '', block = '']) => {
      const file = /^file=(.+)$/.exec(word)?.[1]
      if (language === 'yaml' && file) return { kind: 'file', text: block, name: file }
      if (language !== 'sh') throw new Error(`a block that nobody can follow: ${language} ${word}`)
      if (word === 'install' || word === 'serve') return { kind: word, text: block }
      const exit = word === '' ? 0 : Number(/^exit=(\d)$/.exec(word)?.[1])
      if (Number.isNaN(exit)) throw new Error(`no such word: ${word}`)
      return { kind: 'run', text: block, exit }
    },
  )
}
