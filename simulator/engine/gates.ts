import type { Gate } from '../policy.ts'

/** What has to be done before the provider writes anything. While one is closed, a cycle only looks and says what it would do. */
export class Gates {
  private readonly closed: Set<Gate>
  /** Whether a cycle has shown what it would do: only then there is anything to approve. */
  private previewed = false

  constructor(closed: readonly Gate[]) {
    this.closed = new Set(closed)
  }

  get areClosed(): boolean {
    return this.closed.size > 0
  }

  /** Those that are still closed, in words. */
  get waitingFor(): string {
    return [...this.closed].join(', ')
  }

  cycleDone(): void {
    if (this.areClosed) this.previewed = true
  }

  open(gate: Gate): void {
    this.closed.delete(gate)
  }

  /** False where the preview is not what waits for approval, or has not been made yet. */
  approvePreview(): boolean {
    return this.previewed && this.closed.delete('preview approved')
  }

  get awaitsPreview(): boolean {
    return this.closed.has('preview approved')
  }
}
