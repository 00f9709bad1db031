import { PageHeader } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem } from './api-problem';
import { QueryState, type Asked } from './query-state';
import { NotFound } from './shell/message-screens';

export interface RecordPageProps<D> {
  query: Asked<D>;
  /** The name of the whole screen, until the thing itself names it. */
  title: string;
  failed: string;
  /** Its shape while it is on its way. */
  waiting: ReactNode;
  children: (data: D) => ReactNode;
}

/** A page about one thing. An address that names nothing is said to, whether the server found none or could not read it. */
export function RecordPage<D>({ query, title, failed, waiting, children }: RecordPageProps<D>) {
  const { data, error } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error instanceof ApiProblem && [400, 404].includes(error.status)) return <NotFound />;
  return (
    <>
      <PageHeader title={title} />
      <div className="flex flex-col gap-4 px-4 md:px-6">
        <QueryState query={query} failed={failed} waiting={waiting}>
          {children}
        </QueryState>
      </div>
    </>
  );
}

export interface RecordHeaderProps {
  /** The list it belongs to, and the words for going there. */
  back: { to: '/leads' | '/enlaces' | '/catalogo'; label: string };
  title: string;
  detail?: ReactNode;
  /** What can be done with it. */
  children: ReactNode;
}

/** The head of such a page, with the way back. */
export function RecordHeader({ back, title, detail, children }: RecordHeaderProps) {
  return (
    <div className="flex items-start pl-4 md:pl-6">
      <Link
        to={back.to}
        aria-label={back.label}
        className="-ml-2 mt-3 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-sunken pointer-coarse:mt-1.5 pointer-coarse:size-11"
      >
        <ArrowLeft aria-hidden size={18} />
      </Link>
      <div className="-ml-2 min-w-0 flex-1 md:-ml-4">
        <PageHeader title={title} detail={detail}>
          {children}
        </PageHeader>
      </div>
    </div>
  );
}
