// The three layers, never mixed: law, guidance, local policy. Each has its word, a tag and a sentence of its own.
import type { EditionOfDuty } from '../../engine/duty.ts'
import { layerOf } from '../../engine/editions-compared.ts'
import { isLocal } from '../../guidance/limits.ts'
import { Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'

const layers = {
  law: {
    tag: 'Law',
    tone: 'govuk-tag--purple',
    means: 'It must be done: an Act or regulations say so, directly or as the guidance repeats them.',
  },
  guidance: {
    tag: 'Guidance',
    tone: 'govuk-tag--blue',
    means: 'It should be done: statutory guidance says so, and only a good reason that is recorded departs from it.',
  },
  local: {
    tag: 'Local policy',
    tone: 'govuk-tag--grey',
    means: 'Your area decides, and can decide otherwise. Missing it is never a breach of the law or of the guidance.',
  },
} as const
type Layer = keyof typeof layers

function LayerTag({ layer }: { layer: Layer }) {
  return <Tag class={layers[layer].tone}>{layers[layer].tag}</Tag>
}

/** The layer of a text of a rule; where its number is the area's own, that beside it. */
export function Layers({ text }: { text: EditionOfDuty }) {
  return (
    <>
      <LayerTag layer={layerOf(text)} />
      {isLocal(text.within) && (
        <>
          {' '}
          <LayerTag layer="local" /> <span class="gt-quiet">sets the limit</span>
        </>
      )}
    </>
  )
}

/** What the three tags mean. */
export function LayersExplained() {
  return (
    <SummaryList
      class="gt-layers"
      rows={(Object.keys(layers) as Layer[]).map(layer => ({
        key: <LayerTag layer={layer} />,
        value: layers[layer].means,
      }))}
    />
  )
}
