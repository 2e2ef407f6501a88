import { KeySet } from '../directory/key-set.ts'

/** Who was added to a group, and who was at any time. */
export class Members extends KeySet {
  /** Those who were and are not. */
  private readonly former = new Set<string>()

  override add(key: string): this {
    this.former.delete(key)
    return super.add(key)
  }

  override delete(key: string): boolean {
    const was = super.delete(key)
    if (was) this.former.add(key)
    return was
  }

  override clear(): void {
    for (const key of this) this.former.add(key)
    super.clear()
  }

  everHad(key: string): boolean {
    return this.has(key) || this.former.has(key)
  }

  /** Everybody who was in it at any time. */
  ever(): string[] {
    return [...this, ...this.former]
  }
}
