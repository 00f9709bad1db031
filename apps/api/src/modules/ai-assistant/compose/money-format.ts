/** "$ 1.320.000" or "$4.25": as the country writes it; whole amounts without decimals unless the currency counts cents. */
export function formatMoney(amount: number, currency: string): string {
  const whole = Number.isInteger(amount);
  if (currency === 'USD') return `$${grouped(amount, whole ? 0 : 2, ',', '.')}`;
  if (currency === 'BRL') return `R$ ${grouped(amount, 2, '.', ',')}`;
  if (currency === 'MXN') return `$${grouped(amount, whole ? 0 : 2, ',', '.')}`;
  return `$ ${grouped(amount, whole ? 0 : 2, '.', ',')}`;
}

function grouped(amount: number, decimals: number, thousands: string, decimal: string): string {
  const [units = '0', cents] = amount.toFixed(decimals).split('.');
  const spaced = units.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return cents === undefined ? spaced : `${spaced}${decimal}${cents}`;
}
