import { type Conveyed, patchPath } from '../wire/attribute.ts'

const known = new Map<Conveyed, string>()

/** The same as `patchPath`, which is asked for with every attribute of everybody. */
export function attributePath(name: Conveyed): string {
  const path = known.get(name) ?? patchPath(name)
  known.set(name, path)
  return path
}
