package org.peercoach.lti.registration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which district names belong to whom: two unrelated LMSs must never end in one district by the same name. */
@Component
public class DistrictNames {

    private static final String USED =
            "select count(*) from lti_registration r where (lower(r.district_name) = lower(?)"
                    + " or exists (select 1 from lti_deployment d where d.registration_id = r.id"
                    + " and lower(d.district_name) = lower(?)))";

    private final JdbcClient jdbc;

    DistrictNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether an LMS of another issuer has a district of this name, in capitals or not. */
    boolean belongsToAnother(String district, String issuer) {
        return jdbc.sql(USED + " and r.issuer <> ?")
                        .params(district, district, issuer)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * The name for a new registration. Where unrelated districts share one issuer, and one of them has the name already,
     * the client id is put behind it.
     */
    String free(String wished, String issuer, String clientId) {
        boolean taken = IssuerHosts.isShared(issuer)
                && jdbc.sql(USED + " and r.issuer = ? and r.client_id <> ?")
                                .params(wished, wished, issuer, clientId)
                                .query(Long.class)
                                .single()
                        > 0;
        return taken ? wished + " (" + clientId + ")" : wished;
    }
}
