import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { Icon } from '../../components/Icon';
import { PageHeading } from '../../components/PageHeading';
import { Section } from '../../components/Section';
import { NewCorrection } from '../reads/corrections/NewCorrection';
import type { Topic } from '../tickets/topics';
import '../../styles/devices.css';
import '../../styles/reads.css';
import '../../styles/support.css';

type Key = 'broken' | 'missing' | 'moved' | 'gone' | 'autoToner' | 'invoice' | 'account' | 'other';

/** Where each matter begins; one that has no page of its own is a ticket with its topic. */
const MATTERS: readonly { readonly key: Key; readonly needs: string; readonly to?: '/tickets/new' | '/devices/requests' | '/devices/mine'; readonly topic?: Topic }[] = [
  { key: 'broken', needs: 'TICKET_USE', to: '/tickets/new' },
  { key: 'missing', needs: 'DEVICE_BROWSE_ACCOUNT', to: '/devices/requests' },
  { key: 'moved', needs: 'DEVICE_EDIT', to: '/devices/mine' },
  { key: 'gone', needs: 'TICKET_USE', topic: 'OTHER' },
  { key: 'autoToner', needs: 'TICKET_USE', topic: 'SUPPLIES' },
  { key: 'invoice', needs: 'TICKET_USE', topic: 'CONTRACT_INVOICE' },
  { key: 'account', needs: 'TICKET_USE', topic: 'OTHER' },
  { key: 'other', needs: 'TICKET_USE', topic: 'OTHER' },
];

/** One place to begin from when something about the account or its machines is not as it should be. */
export function SupportPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const matters = MATTERS.filter(({ needs }) => can(needs));
  return (
    <>
      <PageHeading title={t('nav.support')} sub={<p>{t('support.intro')}</p>} />
      <div className="p-columns p-columns-even p-support">
        {can('METER_CORRECT') && (
          <div className="p-column">
            <NewCorrection hint={t('support.correctionHint')} aside={<Link to="/reads/corrections">{t('support.corrections')}</Link>} />
          </div>
        )}
        {matters.length > 0 && (
          <div className="p-column">
            <Section title={t('support.matters')}>
              <ul className="p-matters" aria-label={t('support.matters')}>
                {matters.map(({ key, to, topic }) => {
                  const text = (
                    <>
                      <span className="p-two-lines">
                        <strong>{t(`support.${key}`)}</strong>
                        <span className="p-quiet">{t(`support.${key}Hint`)}</span>
                      </span>
                      <Icon name="forward" />
                    </>
                  );
                  return <li key={key}>{to ? <Link to={to}>{text}</Link> : <Link to="/tickets/new" search={{ topic }}>{text}</Link>}</li>;
                })}
              </ul>
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
