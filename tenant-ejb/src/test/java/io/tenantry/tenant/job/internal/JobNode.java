package io.tenantry.tenant.job.internal;

import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.ClockMoved;
import io.tenantry.tenant.job.DailyJob;
import io.tenantry.tenant.job.JobReport;
import io.tenantry.tenant.job.JobSlot;
import io.tenantry.tenant.job.internal.Jobs.Job;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A node that runs jobs, on a clock that others may share. */
class JobNode {

    final SetClock clock;
    final RunDueSlots runner = new RunDueSlots();
    final RunSlot slots = new RunSlot();
    /** What ran, on this node. */
    final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    JobNode(TestDatabase database, String name, SetClock clock, Job... jobs) {
        this.clock = clock;
        slots.database = new BatchDatabase(pool(database.batch()));
        slots.clock = clock;
        slots.node = new Node(name, clock.wallClock());
        runner.database = slots.database;
        runner.clock = clock;
        runner.slots = slots;
        runner.jobs = new Jobs() {
            @Override
            public List<Job> all() {
                return Arrays.stream(jobs).map(JobNode.this::noted).toList();
            }
        };
    }

    /** Of one connection that stays open. */
    private static Supplier<DataSource> pool(DataSource source) {
        try {
            Connection connection = source.getConnection();
            Connection kept = proxy(
                    Connection.class,
                    (method, arguments) ->
                            method.getName().equals("close") ? null : method.invoke(connection, arguments));
            DataSource pool = proxy(DataSource.class, (method, arguments) -> kept);
            return () -> pool;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return call.of(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    static Job job(String name, int order, Function<JobSlot, JobReport> work) {
        return Job.of(new DailyJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public JobReport run(JobSlot slot) {
                return work.apply(slot);
            }
        });
    }

    static Job nothing(String name, int order) {
        return job(name, order, slot -> JobReport.NOTHING);
    }

    private Job noted(Job job) {
        return job(job.name(), job.order(), slot -> {
            ran.add(job.name() + " " + slot.day() + " " + slot.zone());
            return job.work().run(slot);
        });
    }

    void wake() {
        runner.wake();
    }

    void move(String to) {
        Instant from = clock.now();
        clock.set(to);
        runner.until(new ClockMoved(from, clock.now()));
    }
}
