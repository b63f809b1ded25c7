// What somebody sees on the way in and on the way out.
import { Button } from '../kit/component/button.tsx'
import { InsetText, NotificationBanner } from '../kit/component/messages.tsx'
import { framed } from '../pipeline/frame.ts'
import type { OpenVisit } from '../pipeline/page.ts'

interface Start {
  to: string
  /** Words of an ended session are kept. */
  kept: boolean
  /** They have just signed out. */
  out: boolean
}

/** The start page. */
export function startView(visit: OpenVisit, { to, kept, out }: Start): string {
  const children = (
    <>
      {kept && (
        <NotificationBanner text="Your session ended. What you wrote is kept and is offered to you when you have signed in." />
      )}
      {out && <NotificationBanner type="success" title="Signed out" text="You are signed out." />}
      <h1 class="govuk-heading-l">Sign in to Goldthread</h1>
      <p class="govuk-body">
        One record, kept by many agencies, of what was known about a child, what was done, and what is owed next.
      </p>
      <p class="govuk-body">You sign in with the account of your own organisation.</p>
      <Button href={`/sign-in/begin?to=${encodeURIComponent(to)}`} isStart>
        Sign in
      </Button>
      <p class="govuk-body">
        Worried about a child?{' '}
        <a class="govuk-link" href="/worry">
          Tell the council without an account
        </a>
        .
      </p>
      <p class="govuk-body">
        Everything that you open here is written to a log that the people responsible for the record can read.
      </p>
      {out && <InsetText>On a shared computer, sign out of your organisation’s account as well.</InsetText>}
    </>
  )
  return framed(visit, { title: 'Sign in', children })
}

/** The answer from the provider did not fit, or came too late. */
export function tryAgainView(visit: OpenVisit): string {
  const children = (
    <>
      <h1 class="govuk-heading-l">You are not signed in yet</h1>
      <p class="govuk-body">
        The sign-in was not completed, or it was begun in another window. Nothing is wrong with your account.
      </p>
      <Button href="/sign-in/begin">Try again</Button>
    </>
  )
  return framed(visit, { title: 'Not signed in yet', children })
}

/** They are who they say, and the name that they bring is another account's here. */
export function anothersView(visit: OpenVisit, name: string): string {
  const children = (
    <>
      <h1 class="govuk-heading-l">This name belongs to another account</h1>
      <p class="govuk-body">
        Your organisation knows you as <strong>{name}</strong>. In Goldthread that name was first used by another
        account, and a post is never handed on with a name. So you are not signed in, and nothing was opened.
      </p>
      <p class="govuk-body">
        This happens where somebody left and the name was given to you, or where your account was made anew. Ask whoever
        looks after Goldthread in your agency: they can see whose name it is and set you up.
      </p>
      <Button href="/sign-in" class="govuk-button--secondary">
        Sign in as somebody else
      </Button>
    </>
  )
  return framed(visit, { title: 'This name belongs to another account', children })
}

/** They are who they say, and have nothing to do here. */
export function unknownView(visit: OpenVisit, name: string): string {
  const children = (
    <>
      <h1 class="govuk-heading-l">You have no post here</h1>
      <p class="govuk-body">
        You are known to your organisation as <strong>{name}</strong>, but have no post in Goldthread, so there is
        nothing that you may see.
      </p>
      <p class="govuk-body">
        Ask your manager, or whoever looks after Goldthread in your agency, to give you a post. If you had one, it may
        have ended.
      </p>
      {visit.practitioner && (
        <p class="govuk-body">
          What you wrote and did not record is still yours to read: it stands under{' '}
          <a class="govuk-link" href="/drafts">
            Your drafts
          </a>
          .
        </p>
      )}
      <Button href="/sign-in" class="govuk-button--secondary">
        Sign in as somebody else
      </Button>
    </>
  )
  return framed(visit, { title: 'You have no post here', children })
}
