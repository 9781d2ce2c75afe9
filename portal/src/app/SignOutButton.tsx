import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/client';
import { ProblemNote } from '../components/ProblemNote';

export function SignOutButton() {
  const { t } = useTranslation();
  const leave = useMutation({ mutationFn: signOut });
  return (
    <>
      <Button variant="default" fullWidth onClick={() => leave.mutate()} loading={leave.isPending}>
        {t('action.signOut')}
      </Button>
      {leave.error && <ProblemNote title={t('problem.signOut')} error={leave.error} />}
    </>
  );
}
