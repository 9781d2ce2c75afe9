package io.platen.supply.directory;

import io.platen.contracts.id.ModelId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which models can take part in automatic toner. */
@Repository
public class Models {

    private final JdbcClient jdbc;

    Models(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends, nobody else follows the model or its devices: a model and its first device come by
     * different partitions, and each must see the other.
     */
    public void lock(ModelId model) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:model, 3))")
                .param("model", model.toString())
                .query((row, number) -> "")
                .single();
    }

    public void put(ModelId model, boolean autoTonerCapable) {
        jdbc.sql("""
                        insert into toner_model (model_id, auto_toner_capable) values (:model, :capable)
                        on conflict (model_id) do update set auto_toner_capable = excluded.auto_toner_capable
                        """)
                .param("model", model.value())
                .param("capable", autoTonerCapable)
                .update();
    }

    /** Also false where the model is not known yet. */
    public boolean isAutoTonerCapable(ModelId model) {
        return jdbc.sql("select auto_toner_capable from toner_model where model_id = :model")
                .param("model", model.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
