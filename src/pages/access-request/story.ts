/** What happened, in plain sentences, for the person whose record it is: from kinds and days alone, never from anybody’s words. */
import { sayHappened } from '../record/fact-words.ts'
import { isLeftOut, type Listed } from './assemble.ts'

/** `{c}` is "you" or the child’s first name, `{c’s}` is "your" or the name with ’s. No verb hangs on them. */
const sentences: Readonly<Record<string, string>> = {
  'observation-recorded': 'Somebody who was in touch with {c} wrote down a worry, or something they saw or heard.',
  'referral-received': 'Somebody who was worried about {c} asked children’s social care to look into it.',
  'referral-decided': 'A social worker and a manager decided what should happen about that worry.',
  'family-told': 'The decision was talked about with {c} and the family, or a reason not to was written down.',
  'police-told': 'The police were told, because a crime may have happened.',
  'assessment-started': 'A social worker began to find out what help {c} and the family needed.',
  'child-seen': 'Somebody came to see {c}.',
  'childs-own-words-heard': 'What {c} said or showed was written down just as it was.',
  'assessment-reviewed': 'A manager looked at how the social worker was getting on.',
  'assessment-delay-explained': 'It took longer than planned, and the reason was written down.',
  'assessment-authorised': 'The social worker finished, and a manager agreed what should happen next.',
  'assessment-outcome-told': 'The family and others were told in writing what the social worker had found.',
  'child-in-need-plan-started': 'A plan was made to get help for {c} and the family.',
  'child-in-need-plan-reviewed': 'People met to see whether the help was working.',
  'child-in-need-plan-ended': 'That plan came to its end.',
  'strategy-discussion-held':
    'Social care, the police, health and others talked about whether {c} might be at risk of harm.',
  'section-47-enquiry-started': 'Social workers began to find out whether anybody was harming {c}, or might.',
  'section-47-enquiry-concluded': 'They finished finding out, and wrote down what they thought.',
  'enquiry-outcome-told': 'The family and others were told what they had found.',
  'conference-planned': 'A meeting with the family and the people who help was planned.',
  'conference-report-shared': 'A report for the meeting was given to those who would be there.',
  'chair-met-family': 'The person leading the meeting met the family before it.',
  'initial-conference-held': 'The family and the people who help met to decide whether {c} needed a plan to be safe.',
  'conference-outcome-told': 'The family and others were told what the meeting had decided.',
  'child-protection-plan-started': 'A plan began, to keep {c} safe.',
  'lead-social-worker-named': 'One social worker was made responsible for the plan.',
  'plan-detailed': 'The details of the plan were worked out and shared.',
  'plan-category-changed': 'The main reason for the plan was changed.',
  'core-group-held': 'The small group around the plan, with the family, met to see how it was going.',
  'review-conference-planned': 'A meeting to look at the plan again was planned.',
  'review-conference-held': 'The family and the people who help met to see whether the plan was still needed.',
  'plan-ended': 'The plan came to its end.',
  'support-after-plan-discussed': 'It was talked over which help would go on after the plan.',
  'move-notified': 'The council in another area was told that {c’s} home was moving there.',
  'child-moved-in': 'This council was told that {c’s} home had moved here.',
  'pre-proceedings-recorded': 'There was work with the family before going to court, or instead of it.',
  'information-requested': 'Other organisations were asked what they knew.',
  'information-request-withdrawn': 'An answer from another organisation was not needed any more.',
  'information-request-answered': 'An organisation answered what it knew.',
  'disagreement-raised': 'Two of the people who help did not agree, and one of them said so.',
  'disagreement-safety-answered': 'They said how {c} was kept safe while they did not agree.',
  'disagreement-answered': 'Those who had decided gave their answer to those who did not agree.',
  'disagreement-taken-higher': 'It went to people with more say, because it was not settled yet.',
  'disagreement-settled': 'They came to an agreement.',
  'disagreement-withdrawn': 'Those who did not agree let it rest, and wrote down why.',
  'case-allocated': 'A social worker was chosen for {c} and the family.',
  'case-closed': 'Children’s social care stopped working with the family.',
  'child-died': 'The death was written down.',
  'subject-access-requested': 'Somebody asked for this record.',
}

export interface Line {
  readonly when: string
  readonly says: string
}

/** One year of the story. */
export interface Year {
  readonly year: string
  readonly lines: readonly Line[]
}

/**
 * The story year by year. What is left out whole is not in it, nor what was struck out, names and addresses, and the office’s own
 * paperwork; lines that would only repeat the one before are told once.
 * @param who how the person is called: nothing for "you"
 */
export function storyOf(listed: readonly Listed[], who: string | undefined): Year[] {
  const years: { year: string; lines: Line[] }[] = []
  for (const one of listed) {
    const sentence = sentences[one.kind]
    if (!sentence || one.isStruckOut || isLeftOut(one)) continue
    const says = sentence.replaceAll('{c}', who ?? 'you').replaceAll('{c’s}', who ? `${who}’s` : 'your')
    const when = sayHappened({ ...one.happened, at: null })
    const year = one.happened.from.slice(0, 4)
    const last = years.at(-1)
    if (last?.year !== year) years.push({ year, lines: [{ when, says }] })
    else if (last.lines.at(-1)?.when !== when || last.lines.at(-1)?.says !== says) last.lines.push({ when, says })
  }
  return years
}
