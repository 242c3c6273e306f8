/** The picture of the history: bars for what is consumed, a line with its limit for what is held. */

import { number } from '../../core/format.js';
import { currentLanguage, t } from '../../core/i18n.js';
import { quantity } from './quantities.js';

/**
 * @param included what the plan includes; only what is held is compared with it, for the rest it is for a whole period
 * @param within is around what is drawn when somebody points at something
 */
export function historyOption({ resource, granularity, items }, colors, included, within) {
  const held = items.some(({ peak }) => peak != null);
  const axis = { axisLine: { lineStyle: { color: colors.line } }, axisTick: { show: false }, axisLabel: { color: colors['text-muted'], hideOverlap: true } };
  return {
    grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.text },
      valueFormatter: (value) => within(() => (value == null ? '–' : quantity(resource, value))),
    },
    xAxis: { type: 'category', data: items.map(({ start }) => label(start, granularity)), ...axis },
    yAxis: {
      type: 'value',
      minInterval: 1,
      ...axis,
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { ...axis.axisLabel, formatter: (value) => within(() => short(resource, value)) },
    },
    series: held ? heldSeries(items, colors, included, resource) : [consumedSeries(items, colors)],
  };
}

function consumedSeries(items, colors) {
  return {
    name: t('money.history.used'),
    type: 'bar',
    barMaxWidth: 40,
    itemStyle: { color: colors.primary, borderRadius: [3, 3, 0, 0] },
    data: items.map(({ quantity: used }) => used),
  };
}

function heldSeries(items, colors, included, resource) {
  const highest = Math.max(...items.map(({ peak }) => peak));
  const near = included != null && included <= 2 * highest;
  return [
    {
      name: t('money.history.peak'),
      type: 'line',
      symbol: items.length === 1 ? 'circle' : 'none',
      lineStyle: { color: colors.info, width: 1, type: 'dashed' },
      itemStyle: { color: colors.info },
      data: items.map(({ peak }) => peak),
    },
    {
      name: t('money.history.atEnd'),
      type: 'line',
      symbol: items.length === 1 ? 'circle' : 'none',
      lineStyle: { color: colors.primary, width: 2 },
      itemStyle: { color: colors.primary },
      areaStyle: { color: colors.primary, opacity: 0.15 },
      data: items.map(({ quantity: held }) => held),
      markLine: near
        ? {
            silent: true,
            symbol: 'none',
            lineStyle: { color: colors.bad, type: 'solid' },
            label: { position: 'insideEndTop', color: colors.bad, formatter: t('money.history.included', { value: quantity(resource, included) }) },
            data: [{ yAxis: included }],
          }
        : undefined,
    },
  ];
}

function label(start, granularity) {
  const options = granularity === 'month' ? { month: 'short', year: '2-digit' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(currentLanguage(), { ...options, timeZone: 'UTC' }).format(new Date(`${start}T00:00:00Z`));
}

function short(resource, value) {
  return resource === 'storage' ? quantity(resource, value) : number(value, { notation: 'compact' });
}
