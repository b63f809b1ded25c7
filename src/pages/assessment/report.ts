/**
 * An assessment as a document, from what was recorded on its frame. It is for the family too: what a writer marked is left out, and
 * the document says how often. What the last assessment found stands in its own document.
 */

import { dataOf } from '../../engine/fact.ts'
import { readMarks } from '../../engine/marks.ts'
import {
  type Block,
  type Document,
  heading,
  line,
  list,
  notice,
  type Part,
  said,
} from '../../exchange/document/document.ts'
import { assessmentAuthorised } from '../../procedures/assessment.ts'
import { adultAskedAbout, type Dimension, type Domain, domains, meanings } from '../../procedures/assessment-frame.ts'
import { ageInWords, wordsOf } from '../case-file/child.ts'
import { type Maker, sayMade } from '../documents/opened.ts'
import { sayDay } from '../kit/days.ts'
import { type Adult, adultsOf, emptyIn, saidByAgencies, visitsOf, wordsOfChild } from './around.ts'
import { checkpointsOf, foundOf, leadOf, type OpenAssessment } from './opened.ts'

/** Puts the document together. */
export function reportOf(opened: OpenAssessment, maker: Maker): Document {
  const { assessment, name, read, names, head } = opened
  const left = { count: 0 }
  const title = `${assessment.label}: ${name}`
  const blocks: Block[] = [
    heading(1, title),
    line(`${name}, ${ageInWords(read, maker.day)}. File ${head.reference}.`),
    ...course(opened, left),
    ...theChild(opened, left),
    ...(Object.keys(domains) as Domain[]).flatMap(domain => findings(opened, domain, left)),
    ...adults(opened, maker, left),
    heading(2, 'What agencies said'),
    ...listOr(
      saidByAgencies(read, names, assessment).map(
        ({ agency, day, what }) => [agency, `${what}, ${sayDay(day)}`] as const,
      ),
      'No answer or report of an agency stands on the file.',
    ),
    heading(2, 'What is not known or not written'),
    ...listOr(
      emptyIn(read, names, assessment, onFile(adultsOf(read, assessment, maker.day))),
      'Every part of the frame says something.',
    ),
    heading(2, 'If something is wrong'),
    line(
      'If something here is not right, or you see it differently, tell the lead social worker. What you say is written down beside it and stays there.',
    ),
    line(`${sayMade(maker)} It holds what was recorded until then and what its maker may see.`, 'quiet'),
  ]
  if (left.count > 0)
    blocks.splice(
      2,
      0,
      notice(
        left.count === 1
          ? 'One passage is left out, because whoever wrote it said that it may have to be kept apart. Its place says so.'
          : `${left.count} passages are left out, because whoever wrote them said that they may have to be kept apart. Each place says so.`,
      ),
    )
  return { title, author: maker.agency, day: maker.day, foot: `${title} · file ${head.reference}`, blocks }
}

type Left = { count: number }

/** A passage in plain words; what is marked is counted and left out. */
function plain(text: string, left: Left): Part[] {
  return readMarks(text)
    .filter(piece => !piece.isNotation)
    .map((piece): Part => {
      if (piece.marks.length === 0) return { text: piece.text }
      left.count += 1
      return { bold: '[left out]' }
    })
}

function plainText(text: string, left: Left): string {
  return plain(text, left)
    .map(part => ('text' in part ? part.text : part.bold))
    .join('')
}

function listOr(items: readonly (string | readonly [string, string])[], otherwise: string): Block[] {
  return [items.length > 0 ? list(items) : line(otherwise)]
}

function course({ assessment, read, names, head }: OpenAssessment, left: Left): Block[] {
  const { began, concluded } = assessment
  const { reviews, delays } = checkpointsOf(read, began.root)
  const outcome = concluded && dataOf(assessmentAuthorised, concluded)?.outcome
  const reasons = concluded && wordsOf(read, concluded)['reasons']
  return [
    heading(2, 'Its course'),
    said('Begun', sayDay(began.happened.from)),
    said('Led by', leadOf(assessment, names, head.workerName) ?? 'Nobody is named'),
    ...reviews.map(one => said('Manager looked at it', sayDay(one.happened.from))),
    ...delays.map(one =>
      said('Why it takes longer', [
        { text: `${sayDay(one.happened.from)}: ` },
        ...plain(wordsOf(read, one as never)['reasons'] ?? '', left),
      ]),
    ),
    concluded
      ? said(
          'Concluded',
          [sayDay(concluded.happened.from), outcome && assessmentAuthorised.fields.outcome.options[outcome].label]
            .filter(Boolean)
            .join(': '),
        )
      : said('Concluded', 'Not yet: what stands here may still change'),
    ...(reasons ? [said('Why this was decided', plain(reasons, left))] : []),
  ]
}

function theChild({ assessment, read }: OpenAssessment, left: Left): Block[] {
  const { visits } = visitsOf(read, assessment)
  return [
    heading(2, 'The child'),
    ...listOr(
      visits.map(({ fact, alone, where }) => {
        const how = [where?.toLowerCase(), alone ? 'alone' : alone === false ? 'not alone' : ''].filter(Boolean)
        return [sayDay(fact.happened.from), `seen${how.map(one => `, ${one}`).join('')}`] as const
      }),
      'No visit is recorded.',
    ),
    heading(3, 'In the child’s own words'),
    ...wordsOfChild(read, assessment).flatMap(({ fact, ownWords, how, done }): Block[] => [
      said([sayDay(fact.happened.from), how?.toLowerCase()].filter(Boolean).join(', '), plain(ownWords, left)),
      ...(done ? [said('What we did about it', plain(done, left))] : []),
    ]),
    ...(wordsOfChild(read, assessment).length === 0 ? [line('Nothing is recorded in the child’s own words.')] : []),
  ]
}

function findings({ assessment }: OpenAssessment, domain: Domain, left: Left): Block[] {
  const { label, dimensions } = domains[domain]
  const whole = assessment.wholes[domain]
  const written = (Object.entries(dimensions) as [Dimension, string][]).flatMap(([dimension, words]) => {
    const { now } = foundOf(assessment, dimension)
    return now.length === 0
      ? []
      : [
          heading(3, words),
          ...now.map(({ fact, text, agency }) =>
            said(
              [...(fact.data.meaning ?? []).map(code => meanings[code]), sayDay(fact.happened.from), agency]
                .filter(Boolean)
                .join(', '),
              text ? plain(text, left) : 'Taken away from the record.',
            ),
          ),
        ]
  })
  return [
    heading(2, label),
    ...(whole ? [said('When it was authorised', plain(whole, left))] : []),
    ...(written.length > 0 || whole ? written : [line('Nothing is written.')]),
  ]
}

/** Those who stand on the file by themselves. Who else came up, and through whom, may put somebody at risk: it stays on the file. */
const onFile = (all: readonly Adult[]) => all.filter(({ who }) => who !== undefined)

function adults({ read, assessment }: OpenAssessment, maker: Maker, left: Left): Block[] {
  const { options } = adultAskedAbout.fields.asked
  const all = adultsOf(read, assessment, maker.day)
  const shown = onFile(all)
  left.count += all.length - shown.length
  const items = shown.map(({ name, who, asked }): readonly [string, string] => [
    plainText(name, left),
    [who, asked ? options[asked].label : 'Not asked yet'].filter(Boolean).join(': '),
  ])
  return [
    heading(2, 'Adults in or around the home'),
    ...listOr(
      all.length > shown.length ? [...items, ['[left out]', 'see the beginning of this document']] : items,
      'No adult around the child is recorded or asked about.',
    ),
    line('What was answered, and from whom it was heard, stands on the file and not in this document.', 'quiet'),
  ]
}
