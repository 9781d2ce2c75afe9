import { useTranslation } from 'react-i18next';
import { PageHeading } from './PageHeading';
import { ProblemNote } from './ProblemNote';

/** A page that cannot be shown is a page all the same: with a title, a heading that takes the focus, and a way on. */
export function PageProblem({ error, onRetry, title }: { error: unknown; onRetry?: () => void; title?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={title ?? t('problem.pageTitle')} />
      <ProblemNote error={error} onRetry={onRetry} />
    </>
  );
}
