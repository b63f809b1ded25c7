// What a fact says: short answers on one line, long ones as text.
import type { Content } from './component/markup.ts'
import { Marked } from './marking.tsx'

interface Value {
  readonly term: string
  readonly value: string
  /** Words that may carry marks. */
  readonly isText: boolean
}

/** Its answers, in their order. */
export function Said({ said }: { said: readonly Value[] }): Content {
  return (
    <dl class="gt-said">
      {said.map(({ term, value, isText }) => (
        <div class={isText ? 'gt-said__text' : undefined}>
          <Term text={term} />
          <dd>{isText ? <Marked text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What was asked. A question keeps its own mark and takes no colon. */
export function Term({ text }: { text: string }): Content {
  return <dt class={/[?:!]$/.test(text) ? 'gt-said__asks' : undefined}>{text}</dt>
}
