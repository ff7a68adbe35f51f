import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';

/** Shares of the budget, in percent, at which somebody is told. */
const shares = [50, 80, 100] as const;

/** @param limit US dollars a month, for all of the account. */
export const budget = (scope: Construct, id: string, limit: number, address: string): CfnBudget => {
  const subscribers = [{ subscriptionType: 'EMAIL', address }];
  const at = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
    subscribers,
  });
  return new CfnBudget(scope, id, {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: limit, unit: 'USD' } },
    notificationsWithSubscribers: [...shares.map((share) => at('ACTUAL', share)), at('FORECASTED', 100)],
  });
};
