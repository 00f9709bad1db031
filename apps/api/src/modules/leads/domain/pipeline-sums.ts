interface Money {
  amount: number;
  currency: string;
}

interface ColumnTotal {
  state: string;
  currency: string | null;
  count: number;
  /** Minor units, as text: sums may leave the safe integers of a double. */
  amount: string;
}

export interface ColumnSum {
  count: number;
  /** In the main currency. */
  value: Money;
  /** In each currency, the main one first. */
  values: Money[];
}

/** Adds up the cards of each column; amounts of different currencies are never added. */
export function sumColumns(totals: readonly ColumnTotal[], main: string): (state: string) => ColumnSum {
  return (state) => {
    const own = totals.filter((total) => total.state === state);
    const values = own.flatMap(({ currency, amount }) =>
      currency === null ? [] : [{ amount: Number(amount), currency }],
    );
    values.sort(
      (a, b) => Number(b.currency === main) - Number(a.currency === main) || a.currency.localeCompare(b.currency),
    );
    return {
      count: own.reduce((sum, total) => sum + total.count, 0),
      value: values.find((value) => value.currency === main) ?? { amount: 0, currency: main },
      values,
    };
  };
}
