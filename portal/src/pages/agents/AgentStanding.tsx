import { useTranslation } from 'react-i18next';
import type { Agent } from '../../api/types';
import { Icon } from '../../components/Icon';
import { standingOf } from './standing';

/** How an agent is, in words and not by colour alone. */
export function AgentStanding({ agent }: { agent: Pick<Agent, 'lastHeard' | 'silent' | 'state'> }) {
  const { t } = useTranslation();
  const standing = standingOf(agent);
  return standing === 'well' ? (
    <>{t('agents.standing.well')}</>
  ) : (
    <span className="p-tag p-tag-warn">
      <Icon name="warning" />
      {t(`agents.standing.${standing}`)}
    </span>
  );
}
