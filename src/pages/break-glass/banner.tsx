// What stands on every page of a case that the visitor opened in an emergency, as long as it lasts.
import { Button } from '../kit/component/button.tsx'
import type { Content } from '../kit/component/markup.ts'
import { sayTime } from '../kit/days.ts'
import { ActionForm } from '../pipeline/form.tsx'
import type { OpenVisit } from '../pipeline/page.ts'

/** A banner for each such case that this visit opened; nothing where there is none. */
export function openingsNotice(visit: OpenVisit): Content {
  const open = visit.opened.flatMap(({ head, glass }) => (glass ? [{ head, glass }] : []))
  if (open.length === 0) return undefined
  return open.map(({ head, glass }) => (
    <section class="gt-opening" aria-labelledby={`opening-${head.reference}`}>
      <div>
        <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id={`opening-${head.reference}`}>
          You opened this restricted record at {sayTime(glass.startsAt)}. It closes by itself at {sayTime(glass.endsAt)}
          .
        </h2>
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          “{glass.reason}” {glass.told} was told. Each page that you open is written down, and the privacy officer
          reviews it on the next working day.
        </p>
      </div>
      <ActionForm visit={visit} action={`/case/${head.reference}/open/end`}>
        <input type="hidden" name="opening" value={glass.id} />
        <Button class="govuk-button--secondary govuk-!-margin-bottom-0">Close it now</Button>
      </ActionForm>
    </section>
  ))
}
