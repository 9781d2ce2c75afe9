package io.platen.device.directory;

import io.platen.contracts.id.ModelId;
import io.platen.device.model.ModelFacts;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The models that devices may be of. */
@Repository
public class Models {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Models(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(ModelId model, ModelFacts facts) {
        jdbc.sql("insert into device_model (model_id, facts) values (:model, :facts::jsonb)")
                .param("model", model.value())
                .param("facts", json.writeValueAsString(facts))
                .update();
    }

    public Optional<ModelFacts> find(ModelId model) {
        return jdbc.sql("select facts from device_model where model_id = :model")
                .param("model", model.value())
                .query(String.class)
                .optional()
                .map(facts -> json.readValue(facts, ModelFacts.class));
    }
}
