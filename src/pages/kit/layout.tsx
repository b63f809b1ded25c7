// The frame of every page: our own header, the main pages, the story-mode banner, the footer.
// No inline script and no style attribute: the content security policy refuses both.
import { render } from 'preact-render-to-string'
import type { Content } from './component/markup.ts'
import { PhaseBanner } from './component/messages.tsx'
import { BackLink, ServiceNavigation, SkipLink } from './component/navigation.tsx'

export interface PageProps {
  /** For the tab and for screen readers; the h1 on the page is the page's own. */
  title: string
  /** Who is signed in, as what: 'Team manager, Assessment team'. Nothing before sign-in. */
  post?: { name: string; role: string; href?: string | undefined } | undefined
  /** The place this instance serves: 'Brackenshire'. */
  area?: string | undefined
  /** Sends a sign-out; needs the token that every form needs. */
  signOut?: { action: string; csrf: string } | undefined
  nonce?: string | undefined
  /** Story mode: every person is invented. */
  banner?: 'story' | undefined
  back?: { href: string; text?: string | undefined } | undefined
  nav: { text: string; href: string; isCurrent?: boolean | undefined }[]
  /** True when the form on the page has errors: the tab says so. */
  hasErrors?: boolean | undefined
  /** Answers "Why can I see this?" at the foot of the page. */
  why?: Content
  /** Where all of the answer is. */
  whyHref?: string | undefined
  /** Links in the footer. */
  links?: { text: string; href: string }[] | undefined
  /** What stands above everything else on the page, whatever page it is. */
  notice?: Content
  /** Spans the page above the columns: the name band and the thread of a case. */
  thread?: Content
  /** Where script finds the page for the keys: 'n' goes to record. */
  keys?: { due?: string; find?: string; record?: string } | undefined
  children: Content
}

/** A whole page as HTML. */
export function page(props: PageProps): string {
  return `<!doctype html>${render(<Page {...props} />)}`
}

function Page(props: PageProps) {
  const { nonce, back, nav, keys = {} } = props
  return (
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${props.hasErrors ? 'Error: ' : ''}${props.title} – Goldthread`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12263a" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/assets/goldthread.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/govuk-frontend.min.css" />
        {['goldthread', 'case', 'thread', 'plots'].map(name => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
        <script type="module" src="/assets/goldthread.js" nonce={nonce} />
      </head>
      <body
        class="govuk-template__body"
        data-key-due={keys.due ?? '/'}
        data-key-find={keys.find ?? '/find'}
        data-key-record={keys.record}
      >
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <header>
          <div class="gt-header">
            <div class="govuk-width-container gt-header__inner">
              <a class="gt-header__home" href="/">
                <Mark />
                Goldthread
              </a>
              {props.area && <span class="gt-header__area">{props.area}</span>}
              {props.post && <Account post={props.post} signOut={props.signOut} />}
            </div>
          </div>
          {nav.length > 0 && <ServiceNavigation items={nav} collapse={false} label="Main" class="gt-nav" />}
          {props.banner === 'story' && (
            <PhaseBanner tag="Story mode" class="gt-story">
              Every person here is invented
            </PhaseBanner>
          )}
        </header>
        <div class="gt-page">
          <div class="govuk-width-container">
            {back && (
              <nav aria-label="Back">
                <BackLink href={back.href}>{back.text}</BackLink>
              </nav>
            )}
            <main class="govuk-main-wrapper gt-main" id="main-content" tabindex={-1}>
              {props.notice}
              {props.thread}
              {props.children}
            </main>
          </div>
        </div>
        <Footer why={props.why} whyHref={props.whyHref} links={props.links} />
      </body>
    </html>
  )
}

/** The mark: a thread with a knot in it. */
function Mark() {
  return (
    <svg class="gt-mark" viewBox="0 0 32 24" width="32" height="24" aria-hidden="true">
      <path d="M1 17c6 0 8-3 10-7s5-6 8-4 2 8-2 8-5-5-1-8 9-1 15-1" />
    </svg>
  )
}

function Account({ post, signOut }: Pick<PageProps, 'signOut'> & { post: NonNullable<PageProps['post']> }) {
  const who = (
    <>
      <b>{post.name}</b> <span class="gt-header__role">{post.role}</span>
    </>
  )
  return (
    <div class="gt-header__account">
      <span class="gt-header__who">{post.href ? <a href={post.href}>{who}</a> : who}</span>
      {signOut && (
        <form method="post" action={signOut.action}>
          <input type="hidden" name="_csrf" value={signOut.csrf} />
          <button class="gt-header__out" type="submit">
            Sign out
          </button>
        </form>
      )}
    </div>
  )
}

function Footer({ why, whyHref, links = [] }: Pick<PageProps, 'why' | 'whyHref' | 'links'>) {
  return (
    <footer class="gt-footer">
      <div class="govuk-width-container">
        {why && (
          <section class="gt-footer__why" aria-labelledby="why">
            <h2 class="govuk-heading-s" id="why">
              Why can I see this?
            </h2>
            {why}
            {whyHref && (
              <p class="govuk-!-margin-bottom-0">
                <a class="govuk-link" href={whyHref}>
                  All of it: through what, since when, and who else
                </a>
              </p>
            )}
          </section>
        )}
        <ul class="gt-footer__links">
          {links.map(link => (
            <li>
              <a class="govuk-link" href={link.href}>
                {link.text}
              </a>
            </li>
          ))}
          <li class="gt-footer__keys" data-keys hidden>
            <button type="button" class="gt-link-button">
              Keyboard shortcuts
            </button>
          </li>
        </ul>
      </div>
    </footer>
  )
}
