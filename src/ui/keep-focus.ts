// Focus is never lost: when what had it goes away, it moves to the neighbour in the same list or table, else to the heading of what is left around it;
// what is out of use for a moment, while its act is done, has it again afterwards.

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

interface Step {
  parent: Element;
  child: Element;
  at: number;
}

/** From the element up to `root`: each ancestor, and where in it the way goes on. */
function wayUp(element: Element, root: Element): Step[] {
  const way: Step[] = [];
  for (let child = element; child !== root && child.parentElement; child = child.parentElement) {
    way.push({ parent: child.parentElement, child, at: [...child.parentElement.children].indexOf(child) });
  }
  return way;
}

const firstIn = (element: Element | undefined): HTMLElement | null =>
  element?.matches(FOCUSABLE) ? (element as HTMLElement) : (element?.querySelector<HTMLElement>(FOCUSABLE) ?? null);

function landing(way: readonly Step[], root: HTMLElement): HTMLElement {
  const lost = way.findIndex(({ parent }) => parent.isConnected);
  for (const { parent, child, at } of lost < 0 ? [] : way.slice(lost)) {
    const next = child.matches('li, tr') ? firstIn(parent.children[at] ?? parent.lastElementChild ?? undefined) : null;
    const found = next ?? parent.querySelector<HTMLElement>('h1, h2, h3');
    if (found) return found;
  }
  return root.querySelector<HTMLElement>('h1') ?? root;
}

/** Watches over `root` for as long as it stands on the page. */
export function keepFocus(root: HTMLElement): () => void {
  let way: Step[] = [];
  /** What lost the focus by being put out of use. */
  let idle: HTMLElement | null = null;
  const note = ({ target }: FocusEvent) => {
    if (target instanceof Element) way = wayUp(target, root);
    idle = null;
  };
  const leave = () => (idle = null);
  const observer = new MutationObserver((changes) => {
    const [last] = way;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (last?.child instanceof HTMLElement && changes.some(({ type, target }) => type === 'attributes' && target === last.child)) {
      if (last.child.matches(':disabled')) idle = last.child;
      else if (idle === last.child && isLost) idle.focus({ preventScroll: true });
    }
    if (!last || last.child.isConnected || !isLost) return;
    const to = landing(way, root);
    way = [];
    if (!to.matches(FOCUSABLE)) to.tabIndex = -1;
    to.focus({ preventScroll: true });
  });
  root.addEventListener('focusin', note);
  root.addEventListener('pointerdown', leave);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', note);
    root.removeEventListener('pointerdown', leave);
  };
}
