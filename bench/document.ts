/** A chronology of 80 pages, made as the background job makes it: as PDF and as Word, from the description to the file. */
import { type Block, type Document, heading, line, notice, said } from '../src/exchange/document/document.ts'
import { makePdf } from '../src/exchange/document/pdf.ts'
import { makeWord } from '../src/exchange/document/word.ts'
import { less } from './report.ts'

const words =
  'She was at home with her mother and her brother, had eaten, and talked of school. Her mother said that the week had been hard and that she had asked the health visitor for help with the nights. '
const pages = 80

/** As many records as fill 80 pages. */
export function longDocument(records: number): Document {
  const blocks: Block[] = [heading(1, 'Chronology'), notice('It holds what its maker may see.')]
  for (let at = 0; at < records; at++) {
    if (at % 60 === 0) blocks.push(heading(2, String(2019 + at / 60)))
    blocks.push(
      heading(3, `${(at % 28) + 1} March: Child seen`),
      line('Harrowmere Council · Amira Osei · recorded on 3 March 2026', 'quiet'),
      said('How the child was seen', 'Alone'),
      said('What was seen and said', words.repeat((at % 3) + 1)),
    )
  }
  return { title: 'Chronology', author: 'Harrowmere Council', day: '2026-04-14', foot: 'Chronology', blocks }
}

const recordsOn80Pages = 460
const rounds = 3

/** Reports the best of some rounds, after one that reads the libraries. */
export async function benchDocument(): Promise<void> {
  const document = longDocument(recordsOn80Pages)
  const count = pagesIn(await makePdf(document))
  if (count < pages) throw new Error(`The document has ${count} pages, and the promise is of ${pages}.`)
  await makeWord(longDocument(10))
  less(`make ${pages} pages as PDF`, await best(() => makePdf(document)), 's', 3)
  less(`make ${pages} pages as Word`, await best(() => makeWord(document)), 's', 3)
}

function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

async function best(make: () => Promise<Buffer>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await make()
    took.push((performance.now() - began) / 1000)
  }
  return Math.min(...took)
}
