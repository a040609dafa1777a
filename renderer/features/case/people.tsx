import { Lock, LockOpen } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PersonOfCase } from '#shared/contract/view/case-detail.ts';
import './people.css';

/** What stands for a name that is not shown. */
const COVER = '•••••';

interface PeopleProps {
  people: readonly PersonOfCase[];
  /** True after this drawer opened the names for a reason. */
  opened: boolean;
  may: boolean;
  onOpen(): void;
}

/** Victim and family, covered until somebody gives a reason. */
export function People({ people, opened, may, onOpen }: PeopleProps) {
  const say = useSay();
  const anyone = people.some((one) => one.known);
  return (
    <section className="drawer-part" aria-label={say('drawer.people')}>
      <h2>
        {say('drawer.people')}
        {anyone && may && !opened ? (
          <Button look="quiet" onClick={onOpen}>
            <Lock size={13} strokeWidth={1.75} aria-hidden />
            {say('drawer.people.open')}
          </Button>
        ) : null}
      </h2>
      <dl className="people">
        {(['victim', 'kin'] as const).map((role) => {
          const found = people.filter((one) => one.role === role && one.known);
          return (
            <div key={role} className="person">
              <dt>{say(`drawer.people.${role}`)}</dt>
              {found.length === 0 ? (
                <dd className="drawer-quiet">
                  {say(role === 'victim' ? 'drawer.people.unknown' : 'drawer.people.no-kin')}
                </dd>
              ) : (
                found.map((one, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: people of a case have no id and keep their order
                  <Person key={index} person={one} opened={opened} />
                ))
              )}
            </div>
          );
        })}
      </dl>
      {opened ? (
        <p className="people-opened">
          <LockOpen size={13} strokeWidth={1.75} aria-hidden />
          {say('drawer.people.opened')}
        </p>
      ) : null}
    </section>
  );
}

function Person({ person, opened }: { person: PersonOfCase; opened: boolean }) {
  const say = useSay();
  // The engine keeps names open for the session; this drawer covers them again once it was closed.
  const shown = (text: string | null) => (text === null || opened || !person.open ? text : COVER);
  const about = [
    person.sex ? say(`sex.${person.sex}`) : null,
    person.age === null ? null : String(person.age),
    person.occupation,
    person.relation,
    person.town,
  ].filter((one) => one !== null);
  const named = [person.name, person.idNumber, person.phone].map(shown).filter((one) => one !== null);
  return (
    <dd>
      {named.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: name, number and phone keep their order; covers are alike
        <span key={index} className="person-name">
          {text}
        </span>
      ))}
      {person.employer === null ? null : <small>{shown(person.employer)}</small>}
      {person.lost !== null && named.length === 0 ? (
        <span className="drawer-quiet">{say(`drawer.lost.${person.lost}`)}</span>
      ) : null}
      {about.length > 0 ? <small>{about.join(' · ')}</small> : null}
    </dd>
  );
}
